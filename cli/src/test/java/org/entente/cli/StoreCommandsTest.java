package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that use a store, on the chronicle that comes with the project. */
class StoreCommandsTest {
  @TempDir private static Path shared;
  private static Path chronicle;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void addTheChronicle() throws IOException {
    java.util.logging.LogManager.getLogManager().reset();
    Path file = shared.resolve("chronicle.jsonl");
    Files.writeString(file, HtmlView.resource("chronicle.jsonl"));
    chronicle = shared.resolve("chronicle.db");
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    assertThat(line.execute("add", file.toString(), "--store", chronicle.toString())).isZero();
    assertThat(said.toString()).startsWith("373 new, 0 unchanged");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private int ask(String... arguments) {
    List<String> all = new java.util.ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", chronicle.toString()));
    return run(all.toArray(String[]::new));
  }

  @Test
  void aDamagedStoreIsOneWhileAddingToo() throws Exception {
    Path store = folder.resolve("damaged.db");
    byte[] bytes = Files.readAllBytes(chronicle);
    java.util.Arrays.fill(bytes, 20_000, bytes.length / 2, (byte) 0x5A);
    Files.write(store, bytes);
    Path news =
        Files.writeString(
            folder.resolve("news.jsonl"), "{\"id\":\"a\",\"text\":\"France condemned Syria.\"}");
    assertThat(run("add", news.toString(), "--store", store.toString())).isEqualTo(Exit.STORE);
    assertThat(err.toString()).contains("is no store of Entente, or is damaged");
  }

  @Test
  void whatIsThereIsNotAddedAgain() throws Exception {
    Path news = folder.resolve("news.jsonl");
    Files.writeString(
        news,
        "{\"id\":\"a\",\"date\":\"2013-05-07\",\"text\":\"France condemned Syria.\"}\n{oops\n"
            + "{\"id\":\"b\",\"date\":\"2013-05-07\",\"text\":\"France condemned Syria.\"}\n");
    String store = folder.resolve("x.db").toString();
    assertThat(run("add", news.toString(), "--store", store)).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("1 new, 0 unchanged, 1 copies").contains("news.jsonl:2");
    assertThat(run("add", news.toString(), "--store", store)).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("0 new, 2 unchanged");
    assertThat(run("add", "--strict", news.toString(), "--store", store)).isEqualTo(Exit.INPUT);
    assertThat(run("add", folder.resolve("no").toString(), "--store", store)).isEqualTo(Exit.INPUT);
  }

  @Test
  void pairSaysTheVerdictAndWhatItRestsOn() {
    assertThat(ask("pair", "RUS", "Washington", "--on", "2013-05-07", "--evidence")).isZero();
    assertThat(out.toString())
        .contains("Russia and United States  week 2013-W19, 2013-05-06 to 2013-05-12")
        .contains("of 71 weeks", "rare is from")
        .contains("John Kerry met Vladimir Putin and Sergei Lavrov in Moscow on Tuesday")
        .contains("agreed to call a conference on Syria");
  }

  @Test
  void anUnknownActorIsGuessedAndADayOutsideIsSaid() {
    assertThat(ask("pair", "Rusia", "USA")).isEqualTo(Exit.UNKNOWN);
    assertThat(err.toString()).contains("nobody is known as 'Rusia'; did you mean Russia");
    assertThat(ask("pair", "RUS", "USA", "--on", "2031-01-01")).isEqualTo(Exit.UNKNOWN);
    assertThat(err.toString())
        .contains("2031-01-01 lies outside of what was read, 2012-01-03 to 2013-06-30");
    assertThat(ask("pair", "RUS", "USA", "--on", "yesterday")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("'yesterday' is no day").doesNotContain("Exception");
    assertThat(ask("pair", "RUS", "USA", "--on", "2012-05-07", "--since", "2013-01-01"))
        .isEqualTo(Exit.USAGE);
  }

  @Test
  void aStoreThatIsNotThereIsSaidInOneSentence() {
    assertThat(run("pair", "RUS", "USA", "--store", folder.resolve("no.db").toString()))
        .isEqualTo(Exit.STORE);
    assertThat(err.toString().lines()).hasSize(1).allMatch(l -> l.contains("entente add"));
  }

  @Test
  void findsByWordsActorsAndCodes() {
    assertThat(ask("find", "\"chemical weapons\"", "--limit", "2")).isZero();
    assertThat(out.toString()).contains("chemical weapons").contains("--limit shows more");
    assertThat(ask("find", "--actor", "RUS", "--actor", "USA", "--code", "173")).isZero();
    assertThat(out.toString()).contains("Russia detained an American diplomat");
    assertThat(ask("find", "zxqv")).isZero();
    assertThat(out.toString()).contains("Nothing was found.");
    assertThat(ask("find", "--code", "abc")).isEqualTo(Exit.USAGE);
  }

  @Test
  void saidAndWatchAndCalendarAnswer() {
    assertThat(ask("said", "lavrov")).isZero();
    assertThat(out.toString()).contains("that Moscow would reject any sanctions against Syria");
    assertThat(ask("watch", "--on", "2013-05-07")).isZero();
    assertThat(out.toString()).contains("sides of pairs tested");
    assertThat(ask("calendar")).isZero();
    assertThat(out.toString()).contains("agreed to call a conference on Syria by the end of May");
  }

  @Test
  void theCalendarFileIsWellFormed() throws Exception {
    Path file = folder.resolve("c.ics");
    assertThat(ask("calendar", "--ics", file.toString())).isZero();
    String calendar = Files.readString(file);
    assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(calendar.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(calendar.split("\r\n"))
        .allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75)
        .allMatch(l -> l.startsWith(" ") || l.matches("[A-Z-]+(;[A-Z]+=[A-Z]+)?:.*"));
    int events = calendar.split("BEGIN:VEVENT", -1).length - 1;
    assertThat(events).isPositive();
    for (String needed : List.of("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "END:VEVENT")) {
      assertThat(calendar.split("\r\n" + needed, -1).length - 1).as(needed).isEqualTo(events);
    }
  }

  @Test
  void backupAndRestoreGiveTheSameAnswers() {
    String backup = folder.resolve("b.db").toString();
    String restored = folder.resolve("r.db").toString();
    assertThat(ask("backup", backup)).isZero();
    assertThat(ask("backup", backup)).as("is there already").isNotZero();
    assertThat(run("restore", backup, "--store", restored)).isZero();
    assertThat(run("restore", backup, "--store", restored)).as("is there already").isNotZero();
    assertThat(ask("pair", "ISR", "SYR", "--on", "2013-05-05")).isZero();
    String answer = out.toString();
    assertThat(run("pair", "ISR", "SYR", "--on", "2013-05-05", "--store", restored)).isZero();
    assertThat(out.toString()).isEqualTo(answer);
  }

  @Test
  void aFewLinesOfPythonComeToTheSameVerdict() throws Exception {
    assumeTrue(hasPython(), "python3 is not installed");
    Path panel = folder.resolve("panel.csv");
    for (String side : List.of("agreement", "tension")) {
      assertThat(
              ask(
                  "export",
                  "panel",
                  "--pair",
                  "RUS,USA",
                  "--on",
                  "2013-05-07",
                  "--side",
                  side,
                  "--replace",
                  "--out",
                  panel.toString()))
          .isZero();
      String python = python(panel);
      assertThat(ask("pair", "RUS", "USA", "--on", "2013-05-07")).isZero();
      String[] sides = out.toString().split("\nTension\n");
      String answer = side.equals("agreement") ? sides[0] : sides[1];
      Matcher expected = Pattern.compile("where ([0-9.]+)").matcher(answer);
      assertThat(expected.find()).isTrue();
      assertThat(python)
          .contains(answer.contains("Not rare.") ? "\"NOT_RARE\"" : "\"RARE\"")
          .contains("\"expected\": " + expected.group(1).substring(0, 3));
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String python(Path panel) throws Exception {
    Path script = Path.of(System.getProperty("entente.root"), "docs/rarity.py");
    Process process =
        new ProcessBuilder("python3", script.toString(), panel.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void theDemoAnswersItsQuestionTwiceAlike() {
    String store = folder.resolve("demo.db").toString();
    assertThat(run("demo", "--no-serve", "--store", store)).isZero();
    String first = out.toString();
    assertThat(first)
        .contains("A rare level of agreement between Moscow and Washington?")
        .contains("373 short news items", "2013-W19", "Not rare.", "of 71 weeks");
    assertThat(run("demo", "--no-serve", "--store", store)).isZero();
    assertThat(out.toString()).isEqualTo(first);
  }
}
