package org.entente.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.entente.Entente;
import org.junit.jupiter.api.Test;

/**
 * The build fails when a measure on the project's own gold lies below its floor in {@code
 * eval/baseline.json}.
 */
class EvaluationTest {
  @Test
  void everyMeasureStandsAboveItsFloor() throws Exception {
    Path gold = Path.of(System.getProperty("entente.root"), "eval");
    Map<String, Double> floors = Evaluation.floors(gold.resolve("baseline.json"));
    Map<String, Double> measures = new Evaluation(Entente.create()).measure(gold);
    TreeSet<String> below = new TreeSet<>();
    measures.forEach((name, value) -> {
      assertThat(floors).as("floors").containsKey(name);
      if (value < floors.get(name)) {
        below.add(name + " is " + value + ", its floor " + floors.get(name));
      }
    });
    assertThat(below).isEmpty();
  }
}
