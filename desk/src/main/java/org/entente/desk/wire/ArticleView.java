package org.entente.desk.wire;

import java.time.LocalDate;
import java.util.List;
import org.entente.desk.EventLine;
import org.entente.store.StoredArticle;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * An article with its evidence.
 *
 * @param article its head
 * @param headline the headline with marks, as HTML of our own; empty when it is missing
 * @param standfirst the standfirst with marks, or empty
 * @param blocks paragraphs and sub-headings in reading order
 * @param commentary what the page says around its articles, never marked
 * @param events cards in reading order
 * @param statements cards in reading order
 * @param isExcerpt whether only sentences with evidence are kept of its text
 * @param copyOf the article whose text it repeats, or null
 */
public record ArticleView(
    StoredArticle article,
    String headline,
    String standfirst,
    List<Block> blocks,
    List<String> commentary,
    List<EventCard> events,
    List<StatementCard> statements,
    boolean isExcerpt,
    @Nullable StoredArticle copyOf) {
  public ArticleView {
    blocks = List.copyOf(blocks);
    commentary = List.copyOf(commentary);
    events = List.copyOf(events);
    statements = List.copyOf(statements);
  }

  /**
   * A paragraph or sub-heading.
   *
   * @param html with marks, escaped, of our own making
   */
  public record Block(boolean heading, String html) {}

  /**
   * All that is known of an event.
   *
   * @param label E1, E2, … as in the text
   * @param line what it says
   * @param machineCode what the machine said
   * @param statusRule the rule that derived the machine's status
   * @param date its own range, or null
   * @param dateRule where the date comes from
   * @param place as written; may be empty
   * @param chain who reports it, outermost first
   * @param rule the rule that made it
   * @param confidence 0 to 1
   * @param goldstein −10 to 10
   * @param neighbours what other articles of the story report of it
   */
  public record EventCard(
      String label,
      EventLine line,
      String machineCode,
      String statusRule,
      @Nullable DateRange date,
      String dateRule,
      String place,
      List<String> chain,
      String rule,
      double confidence,
      double goldstein,
      List<EventLine> neighbours) {
    public EventCard {
      chain = List.copyOf(chain);
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * All that is known of a statement.
   *
   * @param label S1, S2, … as in the text
   * @param id its key
   * @param speaker name, or empty when nobody is named
   * @param office held then, or empty
   * @param addressee name, or empty
   * @param cue the words that attribute, or empty
   * @param exact what is said
   * @param clip the form that clips its words
   * @param kind direct, indirect or mixed
   * @param status how the content stands to the world
   * @param chain who passed it on, outermost first
   * @param rule the rule that found it
   */
  public record StatementCard(
      String label,
      long id,
      String speaker,
      String office,
      String addressee,
      String cue,
      String exact,
      String clip,
      String kind,
      String status,
      List<String> chain,
      String rule) {
    public StatementCard {
      chain = List.copyOf(chain);
    }
  }

  /** The day, where one is known. */
  public @Nullable LocalDate day() {
    return article.day();
  }

  /** Whether its address is one that a browser may follow. */
  public boolean isOnTheWeb() {
    String address = article.address();
    return address != null && address.matches("(?i)https?://.*");
  }
}
