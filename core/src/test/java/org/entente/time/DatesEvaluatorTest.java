package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dates in sentences that others wrote and resolved may not fall below their floor. */
class DatesEvaluatorTest {
  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  @Test
  void datesOfTheCalendarAreFoundAndResolved() throws Exception {
    Path gold = ROOT.resolve("../shared/gold/dates-recognizers");
    assumeTrue(Files.isDirectory(gold), "../shared with the cases of dates is not here");

    DatesEvaluator.Scores scores = new DatesEvaluator().evaluate(gold);
    String errors = scores.kinds() + "\n" + String.join("\n", scores.errors());

    assertThat(scores.measured()).as(errors).isGreaterThanOrEqualTo(scores.cases() / 2);
    assertThat(scores.exact()).as(errors).isGreaterThanOrEqualTo(floor());
  }

  private static double floor() throws Exception {
    JsonNode floors =
        JsonMapper.shared().readTree(Files.readString(ROOT.resolve("eval/baseline.json")));
    assertThat(floors.has("dates.exact")).as("eval/baseline.json has dates.exact").isTrue();
    return floors.get("dates.exact").asDouble();
  }
}
