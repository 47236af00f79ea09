package org.entente.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how much of the body of web pages is found, on a folder laid out as fundus-evaluation's
 * {@code dataset}: {@code ground_truth.json}, {@code html/} and, of other tools, {@code
 * extractions/}. Texts are compared by runs of four words, as scrapinghub's
 * article-extraction-benchmark does. Stateless and thread-safe.
 */
public final class BodyEvaluator {
  private final ArticleFinder finder = new ArticleFinder();

  /**
   * What was measured.
   *
   * @param pages how many pages
   * @param precision of the runs of four words
   * @param recall of them
   * @param f1 of them
   * @param others F1 of the stored outputs, by name of the tool
   */
  public record Scores(
      int pages, double precision, double recall, double f1, TreeMap<String, Double> others) {}

  /**
   * Measures all pages of {@code folder}.
   *
   * @throws IOException when the folder is not laid out so
   */
  public Scores evaluate(Path folder) throws IOException {
    JsonNode truth = json(folder.resolve("ground_truth.json"));
    Shingles own = new Shingles();
    for (var page : truth.properties()) {
      Path file = folder.resolve("html").resolve(page.getKey());
      own.add(words(page.getValue()), body(file));
    }
    TreeMap<String, Double> others = new TreeMap<>();
    Path stored = folder.resolve("extractions");
    if (Files.isDirectory(stored)) {
      try (var files = Files.newDirectoryStream(stored, "*.json")) {
        for (Path file : files) {
          others.put(file.getFileName().toString().replace(".json", ""), f1(truth, json(file)));
        }
      }
    }
    return new Scores(truth.size(), own.precision(), own.recall(), own.f1(), others);
  }

  private static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static double f1(JsonNode truth, JsonNode found) {
    Shingles shingles = new Shingles();
    for (var page : truth.properties()) {
      shingles.add(words(page.getValue()), words(found.path(page.getKey())));
    }
    return shingles.f1();
  }

  private static String words(JsonNode page) {
    JsonNode body = page.path("body");
    List<String> words = new ArrayList<>();
    body.forEach(paragraph -> words.add(paragraph.asString()));
    return body.isString() ? body.asString() : String.join(" ", words);
  }

  private String body(Path file) {
    try (var items = Documents.standard().open(file.toString())) {
      Document document = Objects.requireNonNull(items.findFirst().orElseThrow().document());
      StringBuilder body = new StringBuilder();
      for (Article article : finder.ofAnyLanguage(document).articles()) {
        List<Span> spans = new ArrayList<>(article.paragraphs());
        spans.addAll(article.subheadings());
        // The place and agency that a report opens with are a field of ours and words of theirs.
        Field dateline = article.dateline();
        if (dateline != null && dateline.span() != null) {
          spans.set(0, spans.getFirst().cover(dateline.span()));
        }
        spans.sort(null);
        spans.forEach(span -> body.append(span.in(document.content())).append('\n'));
      }
      return body.toString();
    }
  }
}
