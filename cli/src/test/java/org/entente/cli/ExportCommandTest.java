package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String store = "";

  @BeforeEach
  void add() throws Exception {
    Path text = folder.resolve("one.jsonl");
    Files.writeString(
        text,
        "{\"id\":\"one\",\"date\":\"2013-05-07\",\"text\":\"Russia and the United States held talks. Turkey"
            + " condemned Syria.\"}\n");
    store = folder.resolve("store.db").toString();
    assertThat(run("add", text.toString(), "--store", store)).isZero();
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private int export(String layout, String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(new String[] {"export", layout, "--store", store}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments);
  }

  @Test
  void everyLayoutIsWrittenAndShownInTheHelp() {
    run("export", "--help");
    for (Layout layout : Layouts.all()) {
      assertThat(out.toString()).contains("  " + layout.name() + " ");
      Path file = folder.resolve(layout.name() + "." + layout.extension());
      assertThat(export(layout.name(), "--out", file.toString())).isEqualTo(Exit.OK);
      assertThat(file).exists();
    }
    assertThat(err.toString()).contains("icews.tab: 3 rows");
  }

  @Test
  void yearsDatabasesAndPackagesAreWritten() {
    assertThat(export("icews", "--out", folder.resolve("years") + "/")).isEqualTo(Exit.OK);
    assertThat(folder.resolve("years/events.2013.entente.tab")).exists();
    assertThat(export("icews-sqlite", "--out", folder.resolve("i.sqlite3").toString())).isZero();
    assertThat(folder.resolve("i.sqlite3")).exists();
    assertThat(export("package", "--out", folder.resolve("pack").toString())).isZero();
    assertThat(folder.resolve("pack/datapackage.json")).exists();
    assertThat(export("package", "--out", folder.resolve("pack.zip").toString())).isZero();
    assertThat(folder.resolve("pack.zip")).isRegularFile();
    assertThat(export("table", "--pair", "TUR,SYR", "--out", folder.resolve("t").toString()))
        .isZero();
    assertThat(err.toString()).contains("/t: 1 rows");
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() {
    assertThat(export("icws")).isEqualTo(Exit.USAGE);
    assertThat(err.toString())
        .contains("there is no layout 'icws'; did you mean icews? There are: icews, polecat")
        .contains("withdrawn, icews-sqlite, package, panel");
    assertThat(export("icews", "--out", folder.resolve("no/such/x.tab").toString()))
        .isEqualTo(Exit.EXPORT);
    assertThat(export("icews-sqlite", "--out", folder.resolve("no/x.db").toString()))
        .isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains("x.tab cannot be made; does its folder exist?");
    assertThat(export("package")).isEqualTo(Exit.USAGE);
    assertThat(export("icews", "--from", "2013-02-01", "--to", "2013-01-01")).isEqualTo(Exit.USAGE);
    assertThat(export("icews", "--pair", "Nobodyland")).isEqualTo(Exit.UNKNOWN);
    assertThat(export("icews", "--pair", "Rusia,USA")).isEqualTo(Exit.UNKNOWN);
    assertThat(err.toString()).contains("nobody is known as 'Rusia'; did you mean Russia");
    assertThat(export("icews", "--pair", "RSU,USA")).isEqualTo(Exit.UNKNOWN);
    assertThat(err.toString()).contains("did you mean RUS");
    assertThat(export("icews", "--pair", "RUS,USA,SYR")).isEqualTo(Exit.USAGE);
    assertThat(export("icews", "--pair", "")).isEqualTo(Exit.UNKNOWN);
    assertThat(err.toString()).contains("an actor is missing; give a country code such as RUS");
    assertThat(export("icews", "--from", "May")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("'May' is no day").doesNotContain("Exception");
    assertThat(ExportProblem.of(Path.of("x.tab"), new IOException("No space left on device")))
        .contains("the disk is full")
        .contains("x.tab is not whole");
  }

  /** A file, files of years, a package, a database and a panel are somebody's work. */
  @Test
  void whatStandsThereIsKeptUnlessItIsToBeReplaced() throws Exception {
    for (List<String> asked :
        List.of(
            List.of("table", "t.tab", "t.tab"),
            List.of("table", "years/", "years/table.2013.tab"),
            List.of("package", "pack", "pack/datapackage.json"),
            List.of("package", "pack.zip", "pack.zip"),
            List.of("icews-sqlite", "i.sqlite3", "i.sqlite3"),
            List.of("panel", "p.csv", "p.csv"))) {
      String out = folder.resolve(asked.get(1)) + (asked.get(1).endsWith("/") ? "/" : "");
      String[] more = {"--out", out, "--pair", "RUS,USA"};
      assertThat(export(asked.getFirst(), more)).as(asked.getFirst()).isEqualTo(Exit.OK);
      Path file = folder.resolve(asked.getLast());
      Files.writeString(file, "mine");
      assertThat(export(asked.getFirst(), more)).as(asked.getFirst()).isEqualTo(Exit.EXPORT);
      assertThat(file).hasContent("mine");
      assertThat(err.toString()).contains("already; name another place or add --replace");
      assertThat(export(asked.getFirst(), "--replace", "--out", out, "--pair", "RUS,USA"))
          .as(asked.getFirst())
          .isEqualTo(Exit.OK);
      assertThat(Files.readAllBytes(file)).isNotEqualTo("mine".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFolderIsNoFileAndAFileNoFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThat(export("package", "--out", file.toString())).isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains("file is a file where a folder is to be; name a folder");
    Path inside = Files.createDirectories(folder.resolve("full/inside"));
    assertThat(export("icews-sqlite", "--out", inside.getParent().toString(), "--replace"))
        .isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains("full is a folder where a file is to be");
    assertThat(file).hasContent("mine");
    err.getBuffer().setLength(0);
    assertThat(export("icews-sqlite", "--out", folder.resolve("new") + "/")).isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains("new is a folder where a file is to be");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
