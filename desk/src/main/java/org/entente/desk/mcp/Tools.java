package org.entente.desk.mcp;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.relation.ActorKey;
import org.entente.statement.Status;
import org.entente.store.ActorWords;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.entente.store.StoredArticle;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Answers calls from a store: one method for each tool, an object of JSON for each answer. Nothing
 * is ever written. Thread-safe.
 */
final class Tools {
  /** Characters shown of an article around the first word that was looked for, and before it. */
  private static final int SHOWN = 300;

  private static final int BEFORE = 100;

  /** Speakers whose names hold the words, the most often heard ones. */
  private static final int SPEAKERS = 50;

  private final Store store;
  private final ActorWords names = new ActorWords();
  private final PairTools pairs;
  private final EvidenceTool evidence;

  Tools(Store store) {
    this.store = store;
    this.pairs = new PairTools(store, names);
    this.evidence = new EvidenceTool(store);
  }

  /**
   * The answer to a call.
   *
   * @throws Arguments.Wrong when the call cannot be answered as it stands
   * @throws StoreException when the store knows nobody of that name, or cannot be read
   */
  Map<String, Object> answer(ToolSheet sheet, @Nullable Map<String, Object> call) {
    Arguments arguments = new Arguments(sheet, call);
    return switch (sheet.name()) {
      case "search" -> search(arguments);
      case "pair" -> pairs.pair(arguments);
      case "said" -> said(arguments);
      case "evidence" -> evidence.answer(arguments);
      case "rarity" -> pairs.rarity(arguments);
      default -> throw new IllegalStateException("no tool answers to " + sheet.name());
    };
  }

  private Map<String, Object> search(Arguments arguments) {
    Query query = query(arguments);
    long limit = arguments.number("limit");
    long after = arguments.number("after");
    if (query.asksForEvents()) {
      return Listing.of(store.events(query), Parts::event, limit, after)
          .into(new Parts.Part(), "events");
    }
    return Listing.of(store.articles(query), a -> article(a, query.words()), limit, after)
        .into(new Parts.Part(), "articles");
  }

  private Query query(Arguments arguments) {
    LocalDate to = arguments.day("to");
    LocalDate day = to == null ? today() : to;
    List<ActorKey> actors =
        arguments.texts("actors").stream().map(a -> names.key(a, day, store)).toList();
    String code = arguments.text("code");
    try {
      return new Query(
          arguments.text("words"),
          actors,
          code.isEmpty() ? List.of() : List.of(code),
          status(arguments.text("status")),
          Parts.orNull(arguments.text("outlet")),
          arguments.day("from"),
          to,
          null,
          (int) arguments.number("limit") + 1,
          (int) arguments.number("after"));
    } catch (IllegalArgumentException e) {
      throw new Arguments.Wrong(e.getMessage() + ".");
    }
  }

  private static @Nullable Status status(String word) {
    if (word.isEmpty()) {
      return null;
    }
    try {
      return Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String all = String.join(", ", List.of(Status.values()).stream().map(Status::word).toList());
      throw new Arguments.Wrong("'status' is one of: " + all + ".");
    }
  }

  private Parts.Part article(StoredArticle article, String words) {
    String body = article.span().in(store.content(article.document()));
    String first = words.replace('"', ' ').strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
    int at = first.isEmpty() ? 0 : body.toLowerCase(Locale.ROOT).indexOf(first);
    int from = Math.clamp((long) at - BEFORE, 0, Math.max(0, body.length() - 1));
    int to = Math.min(body.length(), from + SHOWN);
    return Parts.article(article).with("passage", Untrusted.of(body.substring(from, to), SHOWN));
  }

  private Map<String, Object> said(Arguments arguments) {
    String speaker = arguments.text("speaker");
    List<String> speakers =
        speaker.matches("[A-Z]{3}") ? List.of(speaker) : store.speakers(speaker);
    if (speakers.isEmpty()) {
      throw new Arguments.Wrong(
          "Nothing said by '" + Arguments.shown(speaker) + "' is in the store.");
    }
    DateRange days = days(arguments);
    long limit = arguments.number("limit");
    long after = arguments.number("after");
    return Listing.of(
            store.said(
                speakers.subList(0, Math.min(SPEAKERS, speakers.size())),
                days,
                (int) limit + 1,
                (int) after),
            Parts::statement,
            limit,
            after)
        .into(new Parts.Part(), "statements");
  }

  /** The days that are asked for; without bounds all. */
  static DateRange days(Arguments arguments) {
    LocalDate from = Optional.ofNullable(arguments.day("from")).orElse(LocalDate.of(1, 1, 1));
    LocalDate to = Optional.ofNullable(arguments.day("to")).orElse(LocalDate.of(9999, 12, 31));
    if (to.isBefore(from)) {
      throw new Arguments.Wrong("'to', " + to + ", lies before 'from', " + from + ".");
    }
    return new DateRange(from, to);
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
