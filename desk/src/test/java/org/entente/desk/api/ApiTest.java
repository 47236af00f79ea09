package org.entente.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.desk.TestDesk;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface for programs, asked by HTTP. */
class ApiTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(TestDesk.address() + path)).build(),
        BodyHandlers.ofByteArray());
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void everyLayoutIsADownload() throws Exception {
    for (Layout layout : Layouts.all()) {
      HttpResponse<byte[]> answer = get("api/export/" + layout.name());
      assertThat(answer.statusCode()).as(layout.name()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .contains("entente-" + layout.name() + "." + layout.extension());
      assertThat(answer.body()).as(layout.name()).isNotEmpty();
    }
    assertThat(text("api/export/icews").lines().findFirst().orElse("").split("\t")).hasSize(20);
  }

  @Test
  void aDownloadThatBrokeOffGoesOnBehindAnArticle() throws Exception {
    List<String> whole = text("api/export/events").lines().toList();
    assertThat(whole).hasSizeGreaterThan(200);
    long cursor = json.readTree(whole.get(99)).get("article").get("id").asLong();
    List<String> rest =
        text("api/export/events?after=" + cursor).lines().filter(l -> !l.isEmpty()).toList();
    List<String> expected = new ArrayList<>();
    for (String line : whole) {
      if (json.readTree(line).get("article").get("id").asLong() > cursor) {
        expected.add(line);
      }
    }
    assertThat(rest).isEqualTo(expected);
  }

  @Test
  void pagesHoldTogetherWhatTheExportHolds() throws Exception {
    for (String kind : List.of("events", "quotations")) {
      List<JsonNode> all = new ArrayList<>();
      String next = "0";
      while (!next.equals("null")) {
        JsonNode page = json.readTree(text("api/" + kind + "?limit=60&after=" + next));
        page.get("items").forEach(all::add);
        next = page.get("next").toString();
      }
      List<JsonNode> whole =
          text("api/export/" + kind).lines().map(l -> (JsonNode) json.readTree(l)).toList();
      assertThat(all).as(kind).isEqualTo(whole).isNotEmpty();
    }
  }

  @Test
  void daysAndActorsNarrowIt() throws Exception {
    String some = text("api/export/table?pair=RUS,USA&from=2013-05-01&to=2013-05-31");
    List<String> rows = some.lines().skip(1).toList();
    assertThat(rows).isNotEmpty().allMatch(r -> r.split("\t")[1].startsWith("2013-05"));
    assertThat(rows).allMatch(r -> r.contains("\tRUS\t") && r.contains("\tUSA\t"));
  }

  @Test
  void whatIsWrongIsSaidToAProgram() throws Exception {
    problem("api/export/icws", 404, "There is no layout 'icws'; there are: icews");
    problem("api/export/parquet?after=4", 400, "cannot be gone on with");
    problem("api/events?after=x", 400, "'x' is no id");
    problem("api/events?limit=100000", 400, "at most 1000");
    problem("api/events?from=may", 400, "'may' is no day");
    problem("api/events?from=2013-05-02&to=2013-05-01", 400, "before it begins");
    problem("api/events?pair=Nobodyland", 404, "Nobodyland");
  }

  private void problem(String path, int status, String sentence) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json.readTree(answer.body()).get("detail").asString()).contains(sentence);
  }

  @Test
  void theDescriptionTellsOfEveryRouteAndLayout() throws Exception {
    JsonNode api = json.readTree(text("api/openapi.json"));
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(api.get("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/openapi.json", "/api/export/{layout}", "/api/events", "/api/quotations");
    List<String> names = new ArrayList<>();
    api.at("/paths/~1api~1export~1{layout}/get/parameters/0/schema/enum")
        .forEach(n -> names.add(n.asString()));
    assertThat(names).isEqualTo(Layouts.all().stream().map(Layout::name).toList());
    JsonNode item = json.readTree(text("api/events?limit=1000")).get("items").get(0);
    for (String member : item.propertyNames()) {
      assertThat(api.at("/components/schemas/Event/properties").has(member)).as(member).isTrue();
    }
  }

  @Test
  void nothingIsWritten() throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(TestDesk.address() + "api/events"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isIn(403, 404, 405);
  }
}
