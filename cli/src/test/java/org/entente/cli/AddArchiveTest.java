package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.parquet.schema.MessageTypeParser;
import org.entente.Entente;
import org.entente.digest.DigestJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an archive was coded to is in a store as if the store had read the archive itself. */
class AddArchiveTest {
  /** Moments of adding, which differ from run to run. */
  private static final Set<String> MOMENTS = Set.of("added", "made");

  private static final Entente ENTENTE = Entente.create();

  @TempDir private static Path shared;
  private static Path input;
  private static Path direct;
  private static List<MadeArchive.Coded> whole;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** The chronicle that comes with the project, and what it lacks: copies, versions, bad lines. */
  @BeforeAll
  static void addDirectly() throws IOException {
    java.util.logging.LogManager.getLogManager().reset();
    input = shared.resolve("news.jsonl");
    List<String> lines = new ArrayList<>();
    HtmlView.resource("chronicle.jsonl").lines().limit(120).forEach(lines::add);
    String arms =
        "Russia condemned the United States on Tuesday over the arms that reach rebels in Syria 😀. The"
            + " foreign ministry in Moscow said that the shipments break the promise of Geneva. France and"
            + " Germany agreed on Tuesday to meet in June. At least 40 people were killed in Homs.";
    lines.add(line("arms", "2013-05-07", arms));
    lines.add(line("same", "2013-05-08", arms));
    lines.add(line("near", "2013-05-08", arms + " By our own staff, who were there in the night."));
    lines.add("{\"id\": broken");
    lines.add(
        line(
            "side",
            "2013-05-09",
            "Sergei Lavrov said that Russia was in favour of a conference on Syria. More was said 🎈 later by nobody in particular."));
    lines.add(line("arms", "2013-05-07", arms.replace("Tuesday over", "Tuesday again over")));
    lines.add(line("undated", null, "The United States threatened Russia with sanctions."));
    Files.write(input, lines);
    direct = shared.resolve("direct.db");
    whole = MadeArchive.code(ENTENTE, input, true);
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    assertThat(line.execute("add", input.toString(), "--store", direct.toString())).isZero();
    assertThat(said.toString()).contains("124 new, 0 unchanged, 1 copies, 1 new versions");
  }

  private static String line(String id, String date, String text) {
    return "{\"id\":\"%s\",%s\"publisher\":\"%s Gazette\",\"title\":\"A headline\",\"text\":\"%s\"}"
        .formatted(id, date == null ? "" : "\"date\":\"" + date + "\",", id, text);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private Path archive(boolean text) throws IOException {
    List<MadeArchive.Coded> items = text ? whole : MadeArchive.code(ENTENTE, input, false);
    return MadeArchive.write(folder.resolve("coded.parquet"), items, ENTENTE.version());
  }

  private String add(Path archive) {
    Path store = folder.resolve("taken.db");
    assertThat(run("add", archive.toString(), "--store", store.toString())).isZero();
    return out.toString();
  }

  @Test
  void withItsTextTheStoreIsTheSame() throws Exception {
    assertThat(add(archive(true))).contains("124 new, 0 unchanged, 1 copies, 1 new versions");
    assertThat(err.toString()).isEmpty();
    Map<String, List<String>> taken = tables(folder.resolve("taken.db"), Set.of());
    Map<String, List<String>> read = tables(direct, Set.of());
    assertThat(taken.keySet()).isEqualTo(read.keySet());
    for (String table :
        List.of(
            "events",
            "statements",
            "positions",
            "figures",
            "announcements",
            "stories",
            "story_articles",
            "days",
            "article_pairs",
            "problems")) {
      assertThat(read.get(table)).as(table).isNotEmpty();
    }
    read.forEach((table, rows) -> assertThat(taken.get(table)).as(table).isEqualTo(rows));
    for (String words : List.of("Geneva", "sanctions", "nobody")) {
      assertThat(ask("taken.db", "find", words)).isEqualTo(askDirect("find", words));
    }
  }

  @Test
  void withoutItsTextOnlyTheTextDiffers() throws Exception {
    add(archive(false));
    Set<String> text = Set.of("content", "excerpt", "pending");
    Map<String, List<String>> taken = tables(folder.resolve("taken.db"), text);
    tables(direct, text)
        .forEach((table, rows) -> assertThat(taken.get(table)).as(table).isEqualTo(rows));
    for (String layout :
        List.of("events", "quotations", "annotations", "gdelt", "icews", "dyads", "icalendar")) {
      assertThat(ask("taken.db", "export", layout))
          .as(layout)
          .isEqualTo(askDirect("export", layout));
    }
    assertThat(ask("taken.db", "pair", "RUS", "USA", "--evidence"))
        .isEqualTo(askDirect("pair", "RUS", "USA", "--evidence"))
        .contains("condemned");
    assertThat(ask("taken.db", "find", "nobody")).contains("Nothing was found");
  }

  @Test
  void aSecondTimeNothingIsAdded() throws Exception {
    Path archive = archive(true);
    add(archive);
    Map<String, List<String>> once = tables(folder.resolve("taken.db"), Set.of());
    assertThat(add(archive)).contains("0 new, 126 unchanged, 0 copies, 0 new versions");
    assertThat(tables(folder.resolve("taken.db"), Set.of())).isEqualTo(once);
    assertThat(run("add", input.toString(), "--store", folder.resolve("taken.db").toString()))
        .isZero();
    assertThat(out.toString()).contains("0 new, 126 unchanged");
  }

  @Test
  void aStoppedRunGoesOn() throws Exception {
    Path archive = archive(true);
    Path last = archive.resolve("readings/part-00002.parquet");
    Path aside = folder.resolve("aside");
    Files.move(last, aside);
    add(archive);
    Files.move(aside, last);
    assertThat(add(archive)).contains("86 unchanged");
    Map<String, List<String>> read = tables(direct, Set.of());
    Map<String, List<String>> taken = tables(folder.resolve("taken.db"), Set.of());
    read.remove("problems"); // what was missing the first time was one
    read.forEach((table, rows) -> assertThat(taken.get(table)).as(table).isEqualTo(rows));
  }

  @Test
  void anotherCodebookIsTakenAndSaid() throws Exception {
    Path archive = folder.resolve("coded.parquet");
    MadeArchive.write(archive, whole, "an-older-one");
    add(archive);
    assertThat(err.toString())
        .contains("was coded by version an-older-one, this is " + ENTENTE.version())
        .contains("taken as it is");
    try (Connection c = connect(folder.resolve("taken.db"));
        ResultSet rs =
            c.createStatement()
                .executeQuery(
                    "SELECT COUNT(DISTINCT version) FROM codings WHERE version = 'an-older-one'")) {
      assertThat(rs.getInt(1)).isEqualTo(1);
    }
    assertThat(ask("taken.db", "recode")).contains("124 documents recoded");
  }

  @Test
  void withoutItsTextNothingIsCodedAgain() throws Exception {
    Path archive = folder.resolve("coded.parquet");
    MadeArchive.write(archive, MadeArchive.code(ENTENTE, input, false), "an-older-one");
    add(archive);
    assertThat(ask("taken.db", "recode"))
        .contains("0 documents recoded")
        .contains("125 stay as they are, for their text is not kept");
  }

  @Test
  void whatIsNoArchiveIsSaidInOneSentence() throws Exception {
    refused(folder.resolve("nothing.parquet"), "is not there");
    Path file = Files.writeString(folder.resolve("file.parquet"), "PAR1");
    refused(file, "is a file; name the folder");
    Path empty = Files.createDirectory(folder.resolve("empty.parquet"));
    refused(empty, "is no output of 'entente archive run'");
    Files.createDirectory(empty.resolve("_work"));
    refused(empty, "holds a run that has not ended");
    Files.writeString(empty.resolve("archive.json"), "{\"codebook\":\"x\"}");
    refused(empty, "holds no readings");
    Files.writeString(empty.resolve("archive.json"), "{\"codebook");
    refused(empty, "archive.json that cannot be read");
    MadeArchive.summary(empty, "x", 3, DigestJson.FORM + 1);
    refused(empty, "reads form " + DigestJson.FORM);
    MadeArchive.summary(empty, "x", 3, DigestJson.FORM);
    refused(empty, "lacks its table readings");
  }

  private void refused(Path archive, String why) {
    Path store = folder.resolve("none.db");
    assertThat(run("add", archive.toString(), "--store", store.toString())).isEqualTo(Exit.INPUT);
    assertThat(out.toString()).contains("0 new").contains(archive + ": ").contains(why);
  }

  @Test
  void brokenFilesAreLeftOutAndTheRestIsTaken() throws Exception {
    Path archive = archive(true);
    Path table = archive.resolve("readings");
    Path first = table.resolve("part-00000.parquet");
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(bytes, bytes.length / 2));
    MadeArchive.file(
        table.resolve("part-00001.parquet"),
        MessageTypeParser.parseMessageType("message row { required int64 other; }"),
        List.of(Map.of("other", 1L)));
    MadeArchive.file(
        table.resolve("part-00009.parquet"),
        MadeArchive.SCHEMA,
        List.of(
            Map.of("id", "strange", "sha256", "00", "form", 1, "codebook", "x", "reading", "{}")));
    String said = add(archive);
    assertThat(said).contains("38 new");
    List<String> problems = tables(folder.resolve("taken.db"), Set.of()).get("problems");
    assertThat(problems)
        .anyMatch(p -> p.contains("part-00000") && p.contains("is no whole Parquet file"))
        .anyMatch(p -> p.contains("part-00001") && p.contains("(it has: other)"))
        .anyMatch(p -> p.contains("strange") && p.contains("no reading of form 1"))
        .anyMatch(p -> p.contains("holds 42 of its 127 readings"));
    assertThat(run("add", archive.toString(), "--strict", "--store", folder + "/taken.db"))
        .isEqualTo(Exit.INPUT);
  }

  @Test
  void aFileThatIsDamagedInTheMiddleIsReadUpToThere() throws Exception {
    Path archive = archive(true);
    Path first = archive.resolve("readings/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(first);
    Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 0x5A);
    Files.write(first, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    add(archive);
    assertThat(tables(folder.resolve("taken.db"), Set.of()).get("problems"))
        .anyMatch(p -> p.contains("part-00000") && p.contains("is damaged after"));
  }

  private String ask(String store, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", folder.resolve(store).toString()));
    assertThat(run(all.toArray(String[]::new))).isIn(0, Exit.UNKNOWN);
    return out.toString().replace(folder.toString(), "");
  }

  private String askDirect(String... words) throws IOException {
    Path same = folder.resolve("direct.db");
    if (!Files.exists(same)) {
      Files.copy(direct, same);
    }
    return ask("direct.db", words);
  }

  private static Connection connect(Path store) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + store);
  }

  /** All rows of all tables but the index of words, without some columns. */
  private static Map<String, List<String>> tables(Path store, Set<String> without)
      throws SQLException {
    Map<String, List<String>> all = new TreeMap<>();
    try (Connection c = connect(store)) {
      List<String> names = new ArrayList<>();
      try (ResultSet rs =
          c.createStatement()
              .executeQuery(
                  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE"
                      + " 'article_search%' AND name <> 'schema_history'")) {
        while (rs.next()) {
          names.add(rs.getString(1));
        }
      }
      for (String name : names) {
        all.put(name, rows(c, name, without));
      }
    }
    return all;
  }

  private static List<String> rows(Connection c, String table, Set<String> without)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet rs = c.createStatement().executeQuery("SELECT * FROM " + table)) {
      int columns = rs.getMetaData().getColumnCount();
      while (rs.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          String name = rs.getMetaData().getColumnName(i);
          if (!MOMENTS.contains(name) && !without.contains(name)) {
            row.append(name).append('=').append(rs.getString(i)).append('\n');
          }
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
