package org.entente.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accuracy on our own pages, and on the shared ones where they are, may not fall below its floors.
 */
class PagesEvaluatorTest {
  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  @Test
  void piecesOfPagesAreFound() throws Exception {
    PagesEvaluator.Scores scores = new PagesEvaluator().evaluate(ROOT.resolve("eval/pages"));
    String errors = String.join("\n", scores.errors());

    assertThat(scores.pages()).isGreaterThanOrEqualTo(24);
    assertThat(scores.boundaryF1()).as(errors).isGreaterThanOrEqualTo(floor("pages.boundaries"));
    assertThat(scores.headline()).as(errors).isGreaterThanOrEqualTo(floor("pages.headline"));
    assertThat(scores.date()).as(errors).isGreaterThanOrEqualTo(floor("pages.date"));
  }

  @Test
  @Tag("slow")
  void bodiesOfNewsPagesAreFound() throws Exception {
    Path gold = ROOT.resolve("../shared/gold/articles-fundus/dataset");
    assumeTrue(Files.isDirectory(gold), "../shared with the news pages is not here");

    BodyEvaluator.Scores scores = new BodyEvaluator().evaluate(gold);

    assertThat(scores.pages()).isEqualTo(80);
    assertThat(scores.f1()).isGreaterThanOrEqualTo(floor("pages.bodies"));
    assertThat(scores.f1()).isGreaterThan(scores.others().get("trafilatura"));
  }

  @Test
  void aPageThatWasNotReadRightIsAnError() throws Exception {
    Path folder = Files.createTempDirectory("pages");
    Files.writeString(
        folder.resolve("a.page"), "# one\n> article 2001-02-03\nH|Rain\nB|It rained.\n");

    PagesEvaluator.Scores scores = new PagesEvaluator().evaluate(folder);

    assertThat(scores.boundaryF1()).isLessThan(1);
    assertThat(scores.date()).isZero();
    assertThat(scores.errors()).isNotEmpty();
  }

  private static double floor(String key) throws Exception {
    JsonNode floors =
        JsonMapper.shared().readTree(Files.readString(ROOT.resolve("eval/baseline.json")));
    assertThat(floors.has(key)).as("eval/baseline.json has " + key).isTrue();
    return floors.get(key).asDouble();
  }
}
