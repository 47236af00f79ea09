package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.chart.SeriesChart;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;

/**
 * A part of a press review as a page shows it.
 *
 * @param id of its element in the page
 * @param place in the review, from 0 on
 * @param part what it is
 */
public record BlockView(String id, int place, Part part) {
  /** One of the kinds of parts. */
  public sealed interface Part {}

  public @Nullable Prose prose() {
    return part instanceof Prose prose ? prose : null;
  }

  public @Nullable Clip clip() {
    return part instanceof Clip clip ? clip : null;
  }

  public @Nullable Claim claim() {
    return part instanceof Claim claim ? claim : null;
  }

  public @Nullable Series series() {
    return part instanceof Series series ? series : null;
  }

  public @Nullable Statements statements() {
    return part instanceof Statements statements ? statements : null;
  }

  public @Nullable Announced announced() {
    return part instanceof Announced announced ? announced : null;
  }

  /**
   * The author's words.
   *
   * @param markdown as written
   * @param html cleaned
   */
  public record Prose(String markdown, String html) implements Part {}

  /**
   * Somebody else's words.
   *
   * @param block what was clipped
   * @param paragraphs its words, lines run on
   * @param article the page of its article, or null where the store no longer has it
   * @param words how many it shows
   * @param share of the article, in percent; null where the article is gone
   * @param name who is cited, for people who hear the page
   */
  public record Clip(
      Block.Clip block,
      List<String> paragraphs,
      @Nullable String article,
      int words,
      @Nullable Integer share,
      String name)
      implements Part {
    public Clip {
      paragraphs = List.copyOf(paragraphs);
    }

    /** Whether its address leads somewhere: sources say all kinds of things. */
    public boolean isOnTheWeb() {
      String address = block.source().address();
      return address != null && address.matches("(?i)https?://.*");
    }
  }

  /**
   * A frozen figure.
   *
   * @param block what was said then
   * @param title which two, which side, which days
   * @param now what the desk says today where it differs, or null
   * @param link the page of the pair
   */
  public record Claim(Block.Claim block, String title, Block.@Nullable Figure now, String link)
      implements Part {}

  /**
   * A frozen chart.
   *
   * @param block what it showed then
   * @param title which two, by what
   * @param noun length of a bin
   * @param svg of our own making
   * @param bars its data
   * @param now today's chart of the same bins where it differs, or null
   * @param link the page of the pair
   */
  public record Series(
      Block.Series block,
      String title,
      String noun,
      String svg,
      List<SeriesChart.Bar> bars,
      @Nullable Redrawn now,
      String link)
      implements Part {
    public Series {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A chart as it is now.
   *
   * @param svg of our own making
   * @param words what it shows, and which bins differ
   * @param basis of what it is made
   */
  public record Redrawn(String svg, String words, Block.Basis basis) {}

  /**
   * Frozen statements.
   *
   * @param block what was found then
   * @param title what was looked for
   * @param lines those that are shown
   * @param now what is found today where it differs; empty where nothing does
   * @param basis of what today's answer is made
   * @param link the page that looks for the same
   */
  public record Statements(
      Block.Statements block,
      String title,
      List<Said> lines,
      List<String> now,
      Block.Basis basis,
      String link)
      implements Part {
    public Statements {
      lines = List.copyOf(lines);
      now = List.copyOf(now);
    }
  }

  /**
   * A statement in a table.
   *
   * @param line what was found then
   * @param words what was said, lines run on
   * @param link its sentence, or null where the store no longer has it
   * @param key of the statement in a form
   */
  public record Said(Block.Line line, String words, @Nullable String link, String key) {}

  /**
   * A frozen announcement.
   *
   * @param block what was known then
   * @param words that announce it, lines run on
   * @param link its sentence, or null where the store no longer has it
   * @param now what the calendar says today where it differs, or null
   * @param gone whether the calendar no longer has it
   */
  public record Announced(
      Block.Announced block,
      String words,
      @Nullable String link,
      Block.@Nullable Notice now,
      boolean gone)
      implements Part {}
}
