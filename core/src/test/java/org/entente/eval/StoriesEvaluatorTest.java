package org.entente.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesEvaluatorTest {
  private static final String FERRY =
      "{\"id\":\"%s\",\"date\":\"2013-05-0%d\",\"title\":\"Ferry sinks off Cebu\",\"cluster\":%s,"
          + "\"text\":\"A ferry sank off the island of Cebu. %s\"}\n";

  @TempDir private Path folder;

  private Path file(String lines) throws IOException {
    return Files.writeString(folder.resolve("news.jsonl"), lines);
  }

  @Test
  void groupsByDayAndAnswersInTheOrderOfTheFile() throws IOException {
    String lines =
        FERRY.formatted("late", 9, "1", "The coast guard ended its search for passengers.")
            + "{\"id\":\"other\",\"text\":\"Chess champions met in Riga.\",\"cluster\":2}\n"
            + FERRY.formatted("early", 7, "1", "Fishermen saved most passengers.");
    StoriesEvaluator stories = StoriesEvaluator.of(file(lines));
    assertThat(stories.placed())
        .extracting(StoriesEvaluator.Placed::id)
        .containsExactly("late", "other", "early");
    assertThat(stories.placed())
        .extracting(StoriesEvaluator.Placed::story)
        .containsExactly(1L, 3L, 1L);
    assertThat(stories.score().f()).isEqualTo(1);
  }

  @Test
  void namesTheLineThatCannotBeRead() throws IOException {
    for (String line : List.of("{", "{\"id\":1}", "{\"text\":\"a\",\"date\":\"May\"}")) {
      Path file = file("\n" + line + "\n");
      assertThatThrownBy(() -> StoriesEvaluator.of(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file + ":2");
    }
    Path empty = file("\n");
    assertThatThrownBy(() -> StoriesEvaluator.of(empty)).hasMessageContaining("is empty");
  }

  /** The development set is not part of the project. */
  @Test
  void groupsTheDevelopmentSet() throws IOException {
    Path gold =
        Path.of(System.getProperty("entente.root"), "../shared/gold/stories-news2016.jsonl.gz");
    Assumptions.assumeTrue(Files.exists(gold), "there is no " + gold);
    assertThat(StoriesEvaluator.of(gold).score().f()).isGreaterThanOrEqualTo(0.93);
  }
}
