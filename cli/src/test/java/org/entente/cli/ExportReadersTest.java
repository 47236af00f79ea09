package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A store of the chronicle and of texts that break files, exported in every layout by the command
 * and read back by R, pandas, DuckDB and SQLite, with the types of all columns given. Each writes
 * down what it understood of every cell; pandas also holds it against the store, which it asks
 * itself.
 */
@Tag("slow")
class ExportReadersTest {
  /**
   * The type of each column: I 32-bit integer, L longer integer, N number, D day, T text. Those of
   * ICEWS are the ones that the R package icews gives.
   */
  private static final Map<String, String> TYPES = new LinkedHashMap<>();

  private static final String PANDAS = "/usr/bin/python3";

  static {
    TYPES.put("icews.tab", "IDTTTTTNTTTIITTTTTNN");
    TYPES.put("polecat.tab", "IDTTNTT" + "T".repeat(21) + "NNTTTTDTTTTT");
    TYPES.put("gdelt.tab", "IIIIN" + "T".repeat(20) + "ITTTINIIIN" + "ITTTTNNT".repeat(3) + "LT");
    TYPES.put("gdelt-mentions.tab", "ILLITTIIIIIIINTT");
    TYPES.put("acled.csv", "TDII" + "T".repeat(18) + "NNITTTITL");
    TYPES.put("dyads.tab", "TTTTTT" + "I".repeat(11));
    TYPES.put("table.tab", "IDDDTTTTTINTTTTTTTTTIIIITTTDTTTTNT");
    TYPES.put("withdrawn.tab", "TIITDTT");
  }

  private static final List<String> BAD =
      List.of(
          "\t",
          "\r\n",
          "\"",
          "\"\",\"",
          "\u2028",
          "\u2029",
          "\u0085",
          "\0",
          "\u001F",
          "\u007F",
          "\uFEFF",
          "\uD800",
          "\uDC00x",
          "\uD83D\uDE00",
          "\u05E9\u05DC\u05D5\u05DD",
          "\u202E\u0645\u0631\u062D\u0628\u0627\u202C",
          "=1+1",
          "@cmd",
          "NA",
          "#",
          "\\t",
          "]]>",
          ",;",
          "'");

  @TempDir private static Path folder;
  private static Path store;

  @BeforeAll
  static void export() throws Exception {
    store = Programs.chronicle(folder);
    add("hostile.jsonl", hostile());
    add("first.jsonl", List.of(line("again", "Israel bombed Syria.", "")));
    add("second.jsonl", List.of(line("again", "Turkey condemned Syria.", "")));
    StringBuilder types = new StringBuilder();
    TYPES.forEach((file, letters) ->
        types.append(file + (file.startsWith("gdelt") ? " 0 " : " 1 ") + letters + "\n"));
    Files.writeString(folder.resolve("types.txt"), types);
    for (Layout layout : Layouts.all()) {
      export(layout.name(), layout.name() + "." + layout.extension());
    }
    export("icews-sqlite", "icews.sqlite3");
  }

  private static void add(String name, List<String> lines) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, lines);
    assertThat(Programs.here("add", file.toString(), "--store", store.toString())).isZero();
  }

  private static void export(String layout, String name) {
    String out = folder.resolve(name).toString();
    assertThat(Programs.here("export", layout, "--store", store.toString(), "--out", out))
        .as(layout)
        .isZero();
  }

  /**
   * Every bad piece in every text of an article, before, within and behind what is coded. What else
   * they say differs, or they would be taken for copies of one another and left out.
   */
  private static List<String> hostile() {
    List<String> states = List.of("Russia", "Turkey", "France", "Iran", "Egypt", "Jordan", "China");
    List<String> people = List.of("Sergei Lavrov", "John Kerry", "Laurent Fabius", "William Hague");
    Random random = new Random(11);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < BAD.size(); i++) {
      String bad = BAD.get(i);
      StringBuilder text = new StringBuilder(bad);
      text.append(' ').append(states.get(i % 7)).append(" condemned Syria ").append(bad);
      text.append(" on Monday in Geneva. \"We will never ").append(bad).append(" agree with ");
      text.append(filler(random)).append(",\" said ").append(people.get(i % 4)).append(". ");
      text.append("Syrian rebels shelled ").append(bad).append(" an army post near Aleppo. ");
      text.append(filler(random)).append(". ").append(states.get((i + 3) % 7));
      text.append(" and the United States will meet on 3 June 2013 in ").append(bad);
      lines.add(line("doc " + i + bad, text + " Paris. " + filler(random) + ".", bad));
    }
    return lines;
  }

  private static String filler(Random random) {
    List<String> words =
        List.of(
            "bridge", "harbour", "winter", "orchard", "ledger", "lantern", "valley", "granite",
            "sparrow", "copper", "meadow", "canvas", "thunder", "violin", "pepper", "island");
    StringJoiner some = new StringJoiner(" ");
    for (int i = 0; i < 12; i++) {
      some.add(words.get(random.nextInt(words.size())) + random.nextInt(100));
    }
    return some.toString();
  }

  private static String line(String id, String text, String bad) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("date", "2013-05-07");
    members.put("title", bad + "Talks " + bad);
    members.put("publisher", "The " + bad + " Herald" + bad);
    members.put("url", "https://example.org/" + bad);
    members.put("text", text);
    return JsonMapper.builder()
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .build()
        .writeValueAsString(members);
  }

  @Test
  void noTableHoldsAForbiddenByte() throws Exception {
    for (Layout layout : Layouts.all()) {
      if (layout.extension().equals("tab")) {
        Path file = folder.resolve(layout.name() + ".tab");
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes(file)).toString();
        assertThat(text.codePoints().filter(ExportReadersTest::isForbidden).toArray())
            .as(layout.name())
            .isEmpty();
        assertThat(text.lines().mapToInt(l -> l.split("\t", -1).length).distinct())
            .as(layout.name())
            .containsExactly(TYPES.get(file.getFileName().toString()).length());
      }
    }
  }

  private static java.nio.ByteBuffer bytes(Path file) throws Exception {
    return java.nio.ByteBuffer.wrap(Files.readAllBytes(file));
  }

  /** All but a tab between cells and a line feed behind each row. */
  private static boolean isForbidden(int c) {
    return c == '"'
        || c == 0xFEFF
        || c == 0x2028
        || c == 0x2029
        || Character.isISOControl(c) && c != '\t' && c != '\n';
  }

  @Test
  void everyTextThatBreaksFilesIsInThem() throws Exception {
    assertThat(Files.readString(folder.resolve("table.tab")).lines().map(l -> l.split("\t")[29]))
        .filteredOn(document -> document.startsWith("doc "))
        .extracting(document -> document.split(" ")[1].replaceAll("[^0-9].*", ""))
        .contains(
            java.util.stream.IntStream.range(0, BAD.size())
                .mapToObj(Integer::toString)
                .toArray(String[]::new));
  }

  static List<String> tables() {
    return List.copyOf(TYPES.keySet());
  }

  @Test
  void rUnderstandsEveryCell() throws Exception {
    assumeTrue(
        Programs.isThere("Rscript", "--version"), "R is not installed: nothing is read by it");
    Path script = folder.resolve("readers.R");
    Files.write(script, resource("readers.R"));
    Programs.run(folder, "Rscript", "--vanilla", script.toString(), "types.txt");
    for (String table : tables()) {
      assertUnderstood(table, dumped(table + ".R"));
    }
  }

  /** Every cell, and what the store itself holds; also what is no table. */
  @Test
  void pandasUnderstandsEveryCellAndFindsItInTheStore() throws Exception {
    assumeTrue(
        Programs.isThere(PANDAS, "-c", "import pandas"),
        "python3-pandas is not installed: nothing is read by it");
    Path script = folder.resolve("readers.py");
    Files.write(script, resource("readers.py"));
    String said =
        Programs.run(
            folder,
            PANDAS,
            "-X",
            "utf8",
            "-W",
            "ignore",
            script.toString(),
            "types.txt",
            store.toString());
    assertThat(said).matches("\\d{3,} events \\d{3,} statements \\d+ days");
    for (String table : tables()) {
      assertUnderstood(table, dumped(table + ".pandas"));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void duckDbUnderstandsEveryCell(String table) throws Exception {
    assertUnderstood(table, duck("read_csv(" + options(table) + ")"));
  }

  /** The same values as in the table of text, typed by the file itself. */
  @Test
  void duckDbUnderstandsParquet() throws Exception {
    String file = "'" + folder.resolve("parquet.parquet") + "'";
    List<String> kinds = new ArrayList<>();
    duck("(DESCRIBE SELECT * FROM " + file + ")").forEach(row -> kinds.add(row.get(1)));
    Map<Character, String> named =
        Map.of('I', "BIGINT", 'N', "DOUBLE", 'D', "DATE", 'T', "VARCHAR");
    assertThat(kinds)
        .isEqualTo(TYPES.get("table.tab").chars().mapToObj(c -> named.get((char) c)).toList());
    List<List<String>> rows = duck(file);
    List<List<String>> expected = cells(folder.resolve("table.tab"), true);
    assertThat(rows).hasSameSizeAs(expected);
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < rows.get(i).size(); k++) {
        assertThat(org.entente.export.Cells.tab(rows.get(i).get(k)))
            .isEqualTo(expected.get(i).get(k));
      }
    }
  }

  @Test
  void duckDbReadsJsonLines() throws Exception {
    for (String lines : List.of("events", "quotations")) {
      Path file = folder.resolve(lines + ".jsonl");
      long written = Files.readString(file).chars().filter(c -> c == '\n').count();
      assertThat(
              duck(
                  "(SELECT count(*), count(DISTINCT id) FROM read_json('"
                      + file
                      + "', format = 'newline_delimited'))"))
          .containsExactly(List.of(Long.toString(written), Long.toString(written)));
    }
  }

  private static String options(String table) {
    Map<Character, String> named =
        Map.of('I', "INTEGER", 'L', "BIGINT", 'N', "DOUBLE", 'D', "DATE", 'T', "VARCHAR");
    StringJoiner columns = new StringJoiner(", ", "{", "}");
    String letters = TYPES.get(table);
    for (int i = 0; i < letters.length(); i++) {
      columns.add("'c" + i + "': '" + named.get(letters.charAt(i)) + "'");
    }
    boolean csv = table.endsWith("csv");
    return "'%s', delim = '%s', quote = '%s', escape = '%s', nullstr = '', header = %s, auto_detect = false, columns = %s"
        .formatted(
            folder.resolve(table),
            csv ? "," : "\t",
            csv ? "\"" : "",
            csv ? "\"" : "",
            !table.startsWith("gdelt"),
            columns);
  }

  private static List<List<String>> duck(String from) throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rs = statement.executeQuery("SELECT * FROM " + from)) {
      List<List<String>> rows = new ArrayList<>();
      while (rs.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rs.getMetaData().getColumnCount(); i++) {
          String value = rs.getString(i);
          row.add(value == null ? "" : value);
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private static List<List<String>> dumped(String name) throws Exception {
    String text = Files.readString(folder.resolve(name));
    return Arrays.stream(text.split("\n")).map(l -> List.of(l.split("\u001F", -1))).toList();
  }

  /** What stands between the tabs; of a CSV file what stands between commas or quotation marks. */
  private static List<List<String>> cells(Path file, boolean header) throws Exception {
    boolean csv = file.toString().endsWith("csv");
    String between = csv ? ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)" : "\t";
    return Files.readString(file)
        .lines()
        .skip(header ? 1 : 0)
        .map(l -> Arrays.stream(l.split(between, -1)).map(c -> csv ? c.replace("\"", "") : c))
        .map(java.util.stream.Stream::toList)
        .toList();
  }

  private static void assertUnderstood(String table, List<List<String>> read) throws Exception {
    List<List<String>> expected = cells(folder.resolve(table), !table.startsWith("gdelt"));
    assertThat(read).as(table).hasSameSizeAs(expected).isNotEmpty();
    String letters = TYPES.get(table);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.get(i)).as(table + " row " + i).hasSize(letters.length());
      for (int k = 0; k < letters.length(); k++) {
        assertThat(value(read.get(i).get(k), letters.charAt(k)))
            .as("%s row %s column %s", table, i, k)
            .isEqualTo(value(expected.get(i).get(k), letters.charAt(k)));
      }
    }
  }

  private static Object value(String cell, char kind) {
    return cell.isEmpty()
        ? cell
        : switch (kind) {
          case 'I' -> Integer.valueOf(cell);
          case 'L' -> Long.valueOf(cell);
          case 'N' -> Double.valueOf(cell);
          default -> cell;
        };
  }

  private static byte[] resource(String name) throws Exception {
    try (var in = ExportReadersTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
