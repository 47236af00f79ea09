package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.entente.Entente;
import org.entente.export.Layouts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A disk that is too small: one sentence, a status of its own, and no file that is not whole. */
@Tag("slow")
class FullDiskExportTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    CommandLine line = Main.commandLine();
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(arguments);
  }

  @Test
  void noFileThatIsNotWholeBearsItsName() throws Exception {
    LogManager.getLogManager().reset();
    Path input = folder.resolve("chronicle.jsonl");
    Files.writeString(input, HtmlView.resource("chronicle.jsonl"));
    String store = folder.resolve("chronicle.db").toString();
    assertThat(run("add", input.toString(), "--store", store)).isZero();
    Path disk = disk("16k");
    try {
      List<String> layouts = new ArrayList<>(Layouts.all().stream().map(l -> l.name()).toList());
      layouts.addAll(List.of("icews-sqlite", "package"));
      int tried = 0;
      for (String layout : layouts) {
        Path roomy = folder.resolve("roomy-" + layout);
        assertThat(run("export", layout, "--store", store, "--out", roomy.toString())).isZero();
        if (Files.isRegularFile(roomy) && Files.size(roomy) < 32_000) {
          continue; // the chronicle gives it little, and that would fit
        }
        tried++;
        Path file = disk.resolve(layout);
        assertThat(run("export", layout, "--store", store, "--out", file.toString()))
            .as(layout)
            .isEqualTo(Exit.EXPORT);
        assertThat(err.toString())
            .as(layout)
            .contains("entente: the disk is full and " + file + " is not whole; free some space");
        assertThat(file.resolve("datapackage.json")).doesNotExist();
        assertThat(Files.isRegularFile(file)).as(layout).isFalse();
        clear(disk);
      }
      assertThat(tried).isGreaterThan(10);
    } finally {
      mount("umount", disk.toString());
    }
  }

  @Test
  void anArchiveIsTakenAsFarAsTheStoreHasRoom() throws Exception {
    LogManager.getLogManager().reset();
    Entente entente = Entente.create();
    Path input = folder.resolve("chronicle.jsonl");
    Files.writeString(input, HtmlView.resource("chronicle.jsonl"));
    Path archive =
        MadeArchive.write(
            folder.resolve("coded.parquet"),
            MadeArchive.code(entente, input, true),
            entente.version());
    Path disk = disk("1m");
    try {
      String store = disk.resolve("taken.db").toString();
      assertThat(run("add", archive.toString(), "--store", store)).isEqualTo(Exit.STORE);
      assertThat(err.toString()).contains("the disk is full; all that was acknowledged is kept");
      assertThat(mount("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
      assertThat(run("add", archive.toString(), "--store", store)).isZero();
      assertThat(run("find", "Syria", "--store", store)).isZero();
    } finally {
      mount("umount", disk.toString());
    }
  }

  private Path disk(String size) throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        mount("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
        "a small disk can be mounted by root only");
    return disk;
  }

  private static void clear(Path disk) throws IOException {
    try (var files = Files.walk(disk)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!file.equals(disk)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean mount(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
