package org.entente.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.desk.TestDesk;
import org.entente.export.FileKind;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The interface for programs, asked by HTTP. */
class ApiTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder asked = HttpRequest.newBuilder(URI.create(TestDesk.address() + path));
    if (headers.length > 0) {
      asked.headers(headers);
    }
    return client.send(asked.build(), BodyHandlers.ofByteArray());
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertAsDocumented(path, answer);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void everyLayoutIsADownload() throws Exception {
    for (FileKind layout : Offers.all()) {
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

  /** Behind every byte of the first lines, and behind half of it, in every layout. */
  @Test
  void aDownloadThatBrokeOffGoesOnBehindAByte() throws Exception {
    for (FileKind layout : Offers.all()) {
      String path = "api/export/" + layout.name();
      HttpResponse<byte[]> first = get(path);
      byte[] whole = first.body();
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(first.headers().firstValue("Accept-Ranges")).contains("bytes");
      for (int from : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
        HttpResponse<byte[]> rest = get(path, "Range", "bytes=" + from + "-", "If-Range", tag);
        assertThat(rest.statusCode()).as(layout.name()).isEqualTo(206);
        assertThat(rest.headers().firstValue("Content-Range"))
            .contains("bytes " + from + "-" + (whole.length - 1) + "/" + whole.length);
        assertThat(rest.body())
            .as(layout.name())
            .isEqualTo(Arrays.copyOfRange(whole, from, whole.length));
      }
    }
  }

  /** A database and a ZIP file, as their own readers find them. */
  @Test
  void whatIsMadeWholeIsReadByItsReaders(@TempDir Path folder) throws Exception {
    byte[] database = get("api/export/icews-sqlite?pair=RUS,USA").body();
    Path file = Files.write(folder.resolve("icews.sqlite3"), database);
    long rows = text("api/export/icews?pair=RUS,USA").lines().count() - 1;
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet found = sqlite.createStatement().executeQuery("SELECT count(*) FROM events")) {
      assertThat(found.getLong(1)).isEqualTo(rows).isPositive();
    }
    HttpResponse<byte[]> answer = get("api/export/package?from=2013-05-01&to=2013-05-31");
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    Map<String, String> members = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        members.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(members).containsKeys("datapackage.json", "events.parquet", "load.R");
    assertThat(members.get("events.tab"))
        .isEqualTo(text("api/export/table?from=2013-05-01&to=2013-05-31"));
  }

  @Test
  void whoHasAFileAlreadyMakesNoWork() throws Exception {
    for (FileKind kind : Offers.all()) {
      String path = "api/export/" + kind.name() + "?from=2013-05-02&to=2013-05-09";
      HttpResponse<byte[]> head =
          client.send(
              HttpRequest.newBuilder(URI.create(TestDesk.address() + path)).HEAD().build(),
              BodyHandlers.ofByteArray());
      String tag = head.headers().firstValue("ETag").orElseThrow();
      assertThat(head.statusCode()).as(kind.name()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      HttpResponse<byte[]> known = get(path, "If-None-Match", tag);
      assertThat(known.statusCode()).as(kind.name()).isEqualTo(304);
      assertThat(get(path).headers().firstValue("ETag")).as(kind.name()).contains(tag);
    }
  }

  @Test
  void partsAreThoseOfTheSameFile() throws Exception {
    String path = "api/export/table?from=2013-05-01&to=2013-05-31";
    HttpResponse<byte[]> first = get(path);
    byte[] whole = first.body();
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(get("api/export/table").headers().firstValue("ETag").orElse("")).isNotEqualTo(tag);
    assertThat(get(path, "Range", "bytes=3-9").body()).isEqualTo(Arrays.copyOfRange(whole, 3, 10));
    assertThat(get(path, "Range", "bytes=3-9", "If-Range", "\"other\"").body()).isEqualTo(whole);
    for (String odd : List.of("bytes=9-3", "bytes=-5", "lines=1-", "bytes=0-1,4-5", "bytes=x-")) {
      assertThat(get(path, "Range", odd).body()).as(odd).isEqualTo(whole);
    }
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> beyond = get(path, "Range", "bytes=" + whole.length + "-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + whole.length);
    assertAsDocumented(path, beyond);
  }

  /** What is sent behind an article is the end of the whole file, to the byte. */
  @Test
  void everyLayoutThatGoesOnBehindAnArticleEndsAsTheWholeDoes() throws Exception {
    String events = text("api/events?limit=60");
    long cursor = json.readTree(events).get("next").asLong();
    assertThat(cursor).isPositive();
    for (Layout layout : Layouts.all()) {
      if (layout.isResumable()) {
        String whole = text("api/export/" + layout.name());
        String rest = text("api/export/" + layout.name() + "?after=" + cursor);
        assertThat(rest.length()).as(layout.name()).isLessThan(whole.length());
        assertThat(whole).as(layout.name()).endsWith(rest);
      }
    }
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

  /** People take the same files from a page, whose links hold what was asked for. */
  @Test
  void thePageOfDownloadsLeadsToEveryLayout() throws Exception {
    String page = page("downloads?pair=RUS,USA&from=2013-05-01&to=2013-05-31", 200);
    for (FileKind layout : Offers.all()) {
      assertThat(page).contains("\"/api/export/" + layout.name() + "?from=2013-05-01&amp;to=");
    }
    String link = page.replaceAll("(?s).*\"/(api/export/table[^\"]*)\".*", "$1");
    assertThat(text(link.replace("&amp;", "&")))
        .isEqualTo(text("api/export/table?pair=RUS,USA&from=2013-05-01&to=2013-05-31"));
    assertThat(page("downloads?from=2013-05-02&to=2013-05-01", 400)).contains("lies before");
    assertThat(page("downloads?pair=RUS,USA,SYR", 400)).contains("two actors");
    assertThat(page("downloads?pair=Rusia", 404)).contains("did you mean Russia");
  }

  private String page(String path, int status) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    return new String(answer.body(), StandardCharsets.UTF_8);
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
    problem("api/export/icws", 400, "There is no layout 'icws'; did you mean icews? There are:");
    problem("api/export/pakage", 400, "did you mean package? There are: icews, ");
    problem("api/export/package?after=4", 400, "cannot be gone on with");
    problem("api/export/icews?pair=Rusia", 400, "did you mean Russia?");
    for (String pair : List.of(",USA", "RUS,", ",", "/REB", "RUS,%20")) {
      problem("api/export/icews?pair=" + pair, 400, "give a country code such as RUS");
      assertThat(page("downloads?pair=" + pair, 404)).contains("give a country code such as RUS");
    }
    problem("api/export/icews?from=2013-02-30", 400, "'2013-02-30' is no day");
    problem("api/export/icews?pair=RUS,USA,SYR", 400, "two actors");
    problem("api/export/parquet?after=4", 400, "cannot be gone on with");
    problem("api/events?after=x", 400, "'x' is no id");
    problem("api/events?limit=100000", 400, "at most 1000");
    problem("api/events?from=may", 400, "'may' is no day");
    problem("api/events?from=2013-05-02&to=2013-05-01", 400, "before it begins");
    problem("api/events?pair=Nobodyland", 400, "Nobodyland");
    problem("api/quotations?pair=Nobodyland", 400, "Nobodyland");
  }

  private void problem(String path, int status, String sentence) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json.readTree(answer.body()).get("detail").asString())
        .contains(sentence)
        .doesNotContain("\n");
    assertAsDocumented(path, answer);
  }

  /** By a reader of such descriptions, which finds fault with one that lacks what must be there. */
  @Test
  void theDescriptionIsOpenApi() throws Exception {
    String api = text("api/openapi.json");
    SwaggerParseResult read = new OpenAPIV3Parser().readContents(api);
    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
    String broken = api.replaceFirst("\"description\": *\"The file\",", "");
    assertThat(broken).isNotEqualTo(api);
    assertThat(new OpenAPIV3Parser().readContents(broken).getMessages()).isNotEmpty();
  }

  /** Its status and type stand in the description, and its body is as the schema there has it. */
  private void assertAsDocumented(String path, HttpResponse<byte[]> answer)
      throws IOException, InterruptedException {
    JsonNode api = json.readTree(get("api/openapi.json").body());
    String route = "/" + path.replaceAll("\\?.*", "").replaceAll("export/[^/]*", "export/{layout}");
    JsonNode documented =
        api.get("paths").get(route).get("get").get("responses").get("" + answer.statusCode());
    assertThat(documented).as(path + " answers " + answer.statusCode()).isNotNull();
    String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
    JsonNode content = documented.get("content");
    JsonNode schema = content.has(type) ? content.get(type).get("schema") : null;
    assertThat(schema != null || content.has("*/*")).as(path + " is " + type).isTrue();
    if (schema != null) {
      ObjectNode whole = ((ObjectNode) schema).deepCopy();
      whole.set("components", api.get("components"));
      ValidatorFactory schemas = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory());
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      assertThat(schemas.validate(whole.toString(), body).getErrors()).as(path).isEmpty();
    }
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
    assertThat(names).isEqualTo(Offers.all().stream().map(FileKind::name).toList());
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
