package org.entente.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.entente.relation.Doubt;
import org.entente.relation.Forecast;
import org.entente.relation.Grain;
import org.entente.relation.Model;
import org.entente.relation.Panel;
import org.entente.relation.Rarity;
import org.entente.relation.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/rarity.py, written apart, comes to the same figures. */
class RarityScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  @TempDir private Path folder;

  @Test
  void theScriptComesToTheSameFigures() throws Exception {
    assumeTrue(isThere(), "python3 is not there");
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 12; i++) {
      Panel panel = QuietPair.draw(random).panel(random, 1);
      compare(i % 2 == 0 ? panel : QuietPair.planted(panel, 5 * i));
    }
  }

  private void compare(Panel panel) throws Exception {
    Rarity java = Rarity.ofLast(panel, Settings.of(Grain.WEEK));
    JsonNode python = run(panel);
    assertThat(python.get("verdict").asString()).isEqualTo(java.verdict().name());
    Doubt doubt = java.doubt();
    assertThat(python.get("doubt").asString("")).isEqualTo(doubt == null ? "" : doubt.name());
    assertThat(python.get("covered").asInt()).isEqualTo(java.covered());
    Forecast forecast = java.forecast();
    if (forecast != null) {
      assertThat(python.get("rank").asInt()).isEqualTo(java.rank());
      assertThat(python.get("dispersion").asDouble())
          .isCloseTo(forecast.dispersion(), within(1e-9));
      same(python, "expected", forecast.expected());
      same(python, "low", forecast.low());
      same(python, "high", forecast.high());
      same(python, "trend", forecast.trend());
      same(python, "tail", forecast.tail(Model.NEGATIVE_BINOMIAL));
    }
  }

  private static void same(JsonNode python, String name, double value) {
    assertThat(python.get(name).asDouble()).as(name).isCloseTo(value, within(1e-6 * value));
  }

  private JsonNode run(Panel panel) throws IOException, InterruptedException {
    Path csv = Files.writeString(folder.resolve("panel.csv"), panel.toCsv());
    Path script = ROOT.resolve("docs/rarity.py");
    Process process =
        new ProcessBuilder("python3", script.toString(), csv.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return JsonMapper.shared().readTree(out);
  }

  private static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
