package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A result that does not fit, or may not be written. */
class FullDiskTest {
  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  private int run(Path input, Path out) {
    err.getBuffer().setLength(0);
    CommandLine line = Archive.line();
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute("run", input.toString(), "--out", out.toString(), "--master", "local[1]");
  }

  @Test
  @Tag("slow")
  void aFullDiskIsSaidInOneSentenceAndTheNextRunCompletesIt() throws Exception {
    Path input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 400);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        mount("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
        "a small disk can be mounted by root only");
    try {
      Path out = disk.resolve("coded");
      assertThat(run(input, out)).isEqualTo(8);
      assertThat(err.toString())
          .contains("entente: the disk is full and " + out + " is not whole; free some space")
          .doesNotContain("\tat ");
      assertThat(out.resolve("archive.json")).doesNotExist();
      assertThat(mount("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
      assertThat(run(input, out)).isZero();
      assertThat(Files.readString(out.resolve("archive.json"))).contains("\"documents\" : 400");
      assertThat(out.resolve("_work")).doesNotExist();
    } finally {
      mount("umount", disk.toString());
    }
  }

  @Test
  void onlyWhatSomebodyCanMendIsASentence() {
    Throwable full =
        new RuntimeException("Job aborted", new IOException("No space left on device"));
    assertThat(ArchiveException.of(full, "out"))
        .hasValueSatisfying(e -> assertThat(e.status()).isEqualTo(8));
    assertThat(ArchiveException.of(new IOException("Permission denied"), "out"))
        .hasValueSatisfying(e -> assertThat(e.getMessage()).startsWith("out may not be written"));
    assertThat(ArchiveException.of(new IllegalStateException("odd"), "out")).isEmpty();
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
