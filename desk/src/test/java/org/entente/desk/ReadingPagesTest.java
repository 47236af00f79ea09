package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages answer to what is asked, also to what cannot be. */
class ReadingPagesTest {
  private static final String PAIR = "a=RUS&b=USA&on=2013-05-07";

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          pair?a=RUS&b=Russia             | 400 | a pair needs two actors
          pair?a=RUS                      | 400 | lacks its part 'b'
          pair?a=Rusia&b=USA              | 404 | did you mean Russia
          pair?a=RUS&b=USA&on=2031-01-01  | 404 | lies outside of what was read
          pair?a=RUS&b=USA&on=yesterday   | 400 | write it as 2013-05-07
          pair?a=RUS&b=USA&by=decade      | 400 | one of day, week, month
          wire?code=4x                    | 400 | no beginning of a CAMEO code
          wire?status=perhaps             | 400 | one of happened
          wire?from=2013-05-02&to=2013-05-01 | 400 | lies before the first
          wire?page=-1                    | 400 | it starts at 1
          wire?words=%22                  | 200 | Nothing matches
          wire?words=unheardofword        | 200 | Nothing matches
          article/999999                  | 404 | There is no article 999999
          article/x                       | 404 | no number of anything here
          story/999999                    | 404 | There is no story
          event/999999                    | 404 | There is no event
          speaker?name=Lavrof             | 404 | is heard here
          speaker?name=lavro              | 404 | did you mean Sergei Lavrov
          actor?key=TUV                   | 404 | is in nothing that was read
          network?from=2013-02-01&to=2013-01-01 | 400 | lies before the first
          calendar?on=2013-13-01          | 400 | write it as 2013-05-07
          """)
  void whatCannotBeIsSaidInASentence(String path, int status, String words) throws Exception {
    HttpResponse<String> answer = get(path.strip());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body().replace("&#39;", "'")).contains(words);
    assertThat(answer.body()).doesNotContain("Exception", "SQL");
  }

  @Test
  void theChartAndItsTableSayTheSame() throws Exception {
    String page = get("pair?" + PAIR).body();
    String csv = get("pair/series.csv?" + PAIR).body();
    String row = csv.lines().filter(l -> l.startsWith("2013-W19")).findFirst().orElseThrow();
    String[] cells = row.split(",");
    assertThat(page)
        .contains(
            "2013-W19: agreement "
                + cells[2]
                + ", tension "
                + cells[3]
                + ", "
                + cells[4]
                + " articles read");
    assertThat(csv.lines().count())
        .isEqualTo(1 + page.split("<tr><th scope=\"row\"><a").length - 1);
  }

  @Test
  void downloadsAreFilesWithANameOfTheirOwn() throws Exception {
    HttpResponse<String> svg = get("pair/series.svg?" + PAIR);
    assertThat(svg.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"RUS-USA-2013-W19.svg\"");
    assertThat(svg.body()).startsWith("<svg").contains("<style>", "<title", "<desc");
    HttpResponse<String> json = get("pair/series.json?" + PAIR);
    var tree = tools.jackson.databind.json.JsonMapper.shared().readTree(json.body());
    assertThat(tree.get("bin").asString()).isEqualTo("2013-W19");
    assertThat(tree.get("bins").size()).isGreaterThan(50);
    assertThat(get("pair/acts.csv?" + PAIR).body()).startsWith("day,source,target,code");
  }

  @Test
  void whoDoesNotActForTheStateIsCalledByAWord() throws Exception {
    assertThat(get("actors").body()).contains(">Syria (rebels)</a>", ">SYR/REB</td>");
    assertThat(get("actor?key=SYR/OPP").body()).contains("<h1>Syria (opposition)</h1>");
  }

  @Test
  void thePictureOfTheNetworkIsNotCutOffOnALaptop() {
    try (Page page = Browser.page()) {
      page.setViewportSize(1024, 800);
      page.navigate(TestDesk.address() + "network");
      Object hidden =
          page.locator("svg.network")
              .evaluate("s => s.parentElement.scrollWidth - s.parentElement.clientWidth");
      assertThat(hidden).isEqualTo(0);
    }
  }

  @Test
  void anEventsNumberLeadsToItsSentence() throws Exception {
    HttpResponse<String> answer = get("event/1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).matches("/article/[0-9]+#e1");
  }

  @Test
  void theCalendarCanBeSubscribedTo() throws Exception {
    HttpResponse<String> file = get("calendar.ics");
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(file.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void everyRuleThatFiredStandsInTheCodebook() throws Exception {
    String page = get("codebook").body();
    assertThat(page).contains("<tr id=\"meet\">", "Colombian rebels kidnapped three American");
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create(TestDesk.address() + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
