package org.entente.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entente.story.StoryGrouper;
import org.entente.story.StoryReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Groups the articles of a file into stories and compares them with clusters that people made.
 * Articles arrive by day, those of one day (and those without) in the order of the file.
 */
public final class StoriesEvaluator {
  private final List<Item> items;
  private final Map<Item, Long> stories = new IdentityHashMap<>();

  private record Item(
      String id, @Nullable LocalDate day, String headline, String text, @Nullable String cluster) {}

  private StoriesEvaluator(List<Item> items) {
    this.items = items;
    group();
  }

  /**
   * Reads a file and groups its articles.
   *
   * @param file JSON Lines, plain or compressed: {@code id}, {@code title}, {@code text}, {@code
   *     date} (or {@code date_publish}), and optionally {@code cluster}
   * @throws IOException when it cannot be read; the message names the line
   */
  public static StoriesEvaluator of(Path file) throws IOException {
    List<Item> items = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          items.add(item(line, file + ":" + number));
        }
      }
    }
    if (items.isEmpty()) {
      throw new IOException(file + " is empty; there is nothing to group");
    }
    return new StoriesEvaluator(items);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static Item item(String line, String where) throws IOException {
    JsonNode node;
    try {
      node = JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new IOException(where + " is not JSON", e);
    }
    if (!node.path("text").isString()) {
      throw new IOException(where + " is no JSON object with a \"text\"");
    }
    String date = text(node, "date");
    String cluster = text(node, "cluster");
    return new Item(
        text(node, "id").isEmpty() ? where : text(node, "id"),
        day(date.isEmpty() ? text(node, "date_publish") : date, where),
        text(node, "title"),
        text(node, "text"),
        cluster.isEmpty() ? null : cluster);
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static @Nullable LocalDate day(String date, String where) throws IOException {
    try {
      return date.isBlank()
          ? null
          : LocalDate.parse(date.substring(0, Math.min(10, date.length())));
    } catch (DateTimeException e) {
      throw new IOException(where + ": \"date\" is no day like 2013-05-07: '" + date + "'", e);
    }
  }

  private void group() {
    List<Item> arriving = new ArrayList<>(items);
    arriving.sort(Comparator.comparing(Item::day, Comparator.nullsLast(Comparator.naturalOrder())));
    StoryReader reader = new StoryReader();
    StoryGrouper grouper = new StoryGrouper();
    long number = 0;
    for (Item item : arriving) {
      number++;
      stories.put(
          item, grouper.add(reader.read(number, item.day(), item.headline(), item.text())).story());
    }
  }

  /**
   * One article and where it was put.
   *
   * @param id the article's id in the file
   * @param story the story's number: that of its first article in the order of arrival, from 1
   */
  public record Placed(String id, long story) {}

  /** Every article with its story, in the order of the file. */
  public List<Placed> placed() {
    return items.stream().map(i -> new Placed(i.id(), stories.getOrDefault(i, 0L))).toList();
  }

  /** How many articles were grouped. */
  public int articles() {
    return items.size();
  }

  /** Whether any article names its cluster. */
  public boolean isJudged() {
    return items.stream().anyMatch(i -> i.cluster() != null);
  }

  /**
   * How well the stories agree with the clusters, over the articles that have one.
   *
   * @throws IllegalStateException when none has
   */
  public BCubed score() {
    List<Item> judged = items.stream().filter(i -> i.cluster() != null).toList();
    if (judged.isEmpty()) {
      throw new IllegalStateException("no article names its \"cluster\"");
    }
    return BCubed.of(
        judged.stream().map(stories::get).toList(), judged.stream().map(Item::cluster).toList());
  }
}
