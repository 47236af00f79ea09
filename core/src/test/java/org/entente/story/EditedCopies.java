package org.entente.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes pairs of articles from the project's own texts: copies as desks make them of wire reports,
 * and others on the same matter that are none. The same seed gives the same pairs.
 */
final class EditedCopies {
  /** Every so manieth word is another. */
  private static final int EDITED = 8;

  private final Random random = new Random(20130507);
  private final List<Text> texts = new ArrayList<>();

  /** An article; those of one matter follow each other in one group. */
  private record Text(String group, String headline, List<String> sentences) {
    String body() {
      return String.join(" ", sentences);
    }
  }

  /**
   * Two articles.
   *
   * @param how what was done to the first to make the second, or why it is no copy
   * @param copy whether the second repeats the first
   */
  record Pair(
      String how, String headline, String first, String newHeadline, String second, boolean copy) {}

  EditedCopies(Path root) throws IOException {
    chronicle(root.resolve("cli/src/main/resources/org/entente/cli/chronicle.jsonl"));
    try (Stream<Path> pages = Files.list(root.resolve("eval/pages"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".page")).sorted().toList()) {
        page(page);
      }
    }
  }

  private void chronicle(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JsonMapper.shared().readTree(line);
      String week = node.path("date").asString().substring(0, 7);
      texts.add(
          new Text(week, node.path("title").asString(), sentences(node.path("text").asString())));
    }
  }

  private void page(Path file) throws IOException {
    String headline = "";
    StringBuilder body = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("> article")) {
        keep(file, headline, body);
      } else if (line.startsWith("H|")) {
        headline = line.substring(2);
      } else if (line.startsWith("B|") || line.startsWith("B+|")) {
        body.append(line.substring(line.indexOf('|') + 1)).append(' ');
      }
    }
    keep(file, headline, body);
  }

  private void keep(Path page, String headline, StringBuilder body) {
    if (!body.isEmpty() && !body.toString().contains("<")) {
      texts.add(
          new Text(page.getFileName().toString(), headline, sentences(body.toString().strip())));
    }
    body.setLength(0);
  }

  private static List<String> sentences(String text) {
    return List.of(text.split("(?<=[.?!]\"?) +(?=[\"A-Z])"));
  }

  /** Copies and others. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      Text next = texts.get((i + 1) % texts.size());
      pairs.add(copy("re-headlined", text, next.headline(), text.sentences()));
      pairs.add(copy("word-edited", text, text.headline(), edited(text.sentences())));
      if (text.sentences().size() > 1) {
        pairs.add(copy("reordered", text, text.headline(), reordered(text.sentences())));
      }
      if (text.sentences().size() > 2) {
        pairs.add(copy("cut", text, text.headline(), cut(text.sentences())));
        pairs.add(
            copy("all of it", text, next.headline(), reordered(edited(cut(text.sentences())))));
        pairs.add(quoting(text, next));
      }
      if (text.group().equals(next.group())) {
        pairs.add(
            new Pair(
                "same matter", text.headline(), text.body(), next.headline(), next.body(), false));
      }
    }
    return pairs;
  }

  private static Pair copy(String how, Text text, String headline, List<String> sentences) {
    return new Pair(how, text.headline(), text.body(), headline, String.join(" ", sentences), true);
  }

  /** Another report under the same headline that quotes one sentence. */
  private Pair quoting(Text text, Text next) {
    List<String> sentences = new ArrayList<>(next.sentences());
    sentences.add(text.sentences().get(random.nextInt(text.sentences().size())));
    return new Pair(
        "quoting",
        text.headline(),
        text.body(),
        text.headline(),
        String.join(" ", sentences),
        false);
  }

  private List<String> cut(List<String> sentences) {
    return sentences.subList(0, (sentences.size() + 1) / 2);
  }

  private List<String> reordered(List<String> sentences) {
    List<String> other = new ArrayList<>(sentences);
    Collections.rotate(other, 1);
    return other;
  }

  private List<String> edited(List<String> sentences) {
    List<String> all = new ArrayList<>();
    for (String sentence : sentences) {
      String[] words = sentence.split(" ");
      for (int i = random.nextInt(EDITED); i < words.length; i += EDITED) {
        Text other = texts.get(random.nextInt(texts.size()));
        String[] others = other.body().split(" ");
        words[i] = others[random.nextInt(others.length)];
      }
      all.add(String.join(" ", words));
    }
    return all;
  }
}
