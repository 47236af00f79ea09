package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own: what its terminal says at the start. */
@Timeout(120)
class DeskCommandTest {
  @TempDir private Path folder;

  /** The lines up to the one that tells where the first administrator joins. */
  private List<String> started(String... arguments) throws Exception {
    String place = folder.resolve("desk.db").toString();
    Store.open(place).close();
    List<String> command = new ArrayList<>(List.of("desk", "--port", "0", "--store", place));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(Programs.own(command.toArray(String[]::new)))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return lines(process);
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> lines(Process process) throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.add(line);
        if (line.startsWith("It has no administrator yet")) {
          break;
        }
      }
    }
    return lines;
  }

  @Test
  void overHttpFromOtherMachinesItSaysThatNobodyCanSignIn() throws Exception {
    List<String> lines = started("--address", "0.0.0.0");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("The desk is at http://0.0.0.0:");
    assertThat(lines.get(1))
        .isEqualTo(
            "Nobody can sign in from another machine over http, because browsers keep the desk's"
                + " cookies over https only; put a server with TLS before the desk and name its"
                + " address with --site https://HOST/.");
  }

  @Test
  void onThisMachineAndBehindTlsItSaysNothingOfThat() throws Exception {
    assertThat(started()).hasSize(2);
    assertThat(started("--address", "0.0.0.0", "--site", "https://desk.example.org/")).hasSize(2);
  }
}
