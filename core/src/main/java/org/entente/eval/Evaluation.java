package org.entente.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.entente.Entente;
import org.entente.article.PagesEvaluator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the project on its own gold. Every measure lies between 0 and 1 and has a name such as
 * {@code events.type}; floors of the same names stand in {@code eval/baseline.json}.
 */
public final class Evaluation {
  private final Entente entente;

  public Evaluation(Entente entente) {
    this.entente = entente;
  }

  /**
   * All measures, in a fixed order.
   *
   * @param gold the folder of the gold files
   * @throws IOException when a gold file cannot be read
   */
  public Map<String, Double> measure(Path gold) throws IOException {
    Map<String, Double> measures = new LinkedHashMap<>();
    PagesEvaluator.Scores pages = new PagesEvaluator().evaluate(gold.resolve("pages"));
    measures.put("pages.boundaries", pages.boundaryF1());
    measures.put("pages.headline", pages.headline());
    measures.put("pages.date", pages.date());
    measures.putAll(new EventEvaluator(entente).measure(gold));
    measures.putAll(new StatusEvaluator().measure(gold));
    measures.putAll(new StatementEvaluator(entente).measure(gold));
    return measures;
  }

  /**
   * The floors by the name of their measure.
   *
   * @throws IOException when the file cannot be read
   */
  public static Map<String, Double> floors(Path file) throws IOException {
    JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
    Map<String, Double> floors = new TreeMap<>();
    root.properties().forEach(p -> floors.put(p.getKey(), p.getValue().asDouble()));
    return floors;
  }
}
