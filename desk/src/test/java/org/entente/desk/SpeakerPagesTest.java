package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Sayings;
import org.entente.store.Store;
import org.entente.store.StoredStatement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever says much is read a page at a time. */
class SpeakerPagesTest {
  private static final int MANY = 230;

  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = TestDesk.fresh();
    Entente entente = Entente.create();
    for (int i = 1; i <= MANY; i++) {
      String text =
          "Sergei Lavrov said on Tuesday that the round of talks number %d was %s."
              .formatted(i, i % 10 == 0 ? "rare" : "useful");
      LocalDate day = LocalDate.of(2014, 1, 1).plusDays(i);
      Metadata metadata = new Metadata("Talks " + i, null, "Gazette", null, day, "en");
      store().add(entente.read(Document.plain("talks-" + i, text, metadata)), entente.version());
    }
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static Store store() {
    return TestDesk.store(desk);
  }

  private static String page(String query) {
    return Visitor.at(desk).get("/speaker?name=Sergei+Lavrov" + query).body();
  }

  private static List<Integer> numbers(String page) {
    return Pattern.compile("number ([0-9]+) was [a-z]+</a>")
        .matcher(page.replaceAll("\\s+", " "))
        .results()
        .map((MatchResult r) -> Integer.valueOf(r.group(1)))
        .toList();
  }

  @Test
  void thePagesHoldTogetherAllThatIsSaidAndEachStatementOnce() {
    Sayings sayings = new Sayings(store());
    int all = sayings.count("Sergei Lavrov");
    assertThat(all).isGreaterThanOrEqualTo(MANY);
    List<StoredStatement> expected = store().said("Sergei Lavrov").reversed();
    assertThat(expected).hasSize(all);
    assertThat(sayings.newest("Sergei Lavrov").map(StoredStatement::id).toList())
        .as("more than one page of the store's")
        .isEqualTo(expected.stream().map(StoredStatement::id).toList());

    List<String> seen = new ArrayList<>();
    int pages = (all + 49) / 50;
    for (int i = 1; i <= pages; i++) {
      String page = page("&page=" + i);
      assertThat(page).contains(all + " of " + all + " statements");
      assertThat(page.contains("rel=\"next\"")).as("page " + i).isEqualTo(i < pages);
      assertThat(page.contains("rel=\"prev\"")).as("page " + i).isEqualTo(i > 1);
      Pattern.compile("<blockquote>(?:<em[^>]*>[^<]*</em> )?<a href=\"([^\"]+)\"")
          .matcher(page)
          .results()
          .forEach(r -> seen.add(r.group(1)));
    }
    assertThat(seen)
        .isEqualTo(expected.stream().map(s -> Links.statement(s.article().id(), s.id())).toList());
    assertThat(numbers(page("")))
        .isEqualTo(
            IntStream.rangeClosed(MANY - 49, MANY).map(i -> 2 * MANY - 49 - i).boxed().toList());
  }

  @Test
  void whatIsLookedForIsCountedInAllPages() {
    String rare = page("&about=was+rare");
    assertThat(rare).contains("23 of ").doesNotContain("rel=\"next\"");
    assertThat(numbers(rare)).hasSize(23).startsWith(230, 220);
    String second = page("&about=useful&from=2014-01-01&page=2");
    assertThat(second).contains("207 of ").contains("about=useful&amp;from=2014-01-01&amp;page=3");
    assertThat(numbers(second)).hasSize(50);
    assertThat(numbers(page("&about=useful&page=6"))).isEmpty();
    assertThat(page("&page=0")).contains("is no number for");
    assertThat(numbers(page("&page=9999999"))).isEmpty();
  }

  @Test
  void thePageSaysThatStatementsAreNotChecked() {
    assertThat(page(""))
        .contains(
            "Statements are not checked by people, so how many of them are wrong is not known")
        .doesNotContain("interval");
  }

  @Test
  void theWordsThatAttributeStandBeforeWhatIsSaid() {
    assertThat(page("&from=2014-01-01"))
        .containsPattern("<em[^>]*>said</em> <a href=[^>]*>that the round of talks");
    assertThat(page("&to=NATO")).containsPattern("<em[^>]*>warned</em> <a");
  }

  @Test
  void whatIsSaidForAnActorNamesWhoSaidIt() {
    String page = Visitor.at(desk).get("/speaker?name=RUS&from=2014-01-01").body();
    assertThat(page).contains("<h1>Russia</h1>", "name=Sergei+Lavrov\">Sergei Lavrov</a>");
    assertThat(page("")).doesNotContain("\">Sergei Lavrov</a>");
  }

  @Test
  void whoIsNotHeardIsSaidInASentence() {
    assertThat(Visitor.at(desk).get("/speaker?name=Lavrov").body())
        .contains("Nobody called", "did you mean Sergei Lavrov");
  }

  @Test
  void oneGoesOnWithoutScripts() {
    try (Page page =
        Browser.profile(false, com.microsoft.playwright.options.ColorScheme.LIGHT).newPage()) {
      page.navigate(desk.address() + "speaker?name=Sergei+Lavrov");
      page.locator("[rel=next]").click();
      page.waitForURL("**page=2");
      assertThat(page.locator("blockquote").first().textContent())
          .contains("number " + (MANY - 50) + " ");
    }
  }
}
