package org.entente.desk.mcp;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.export.ExportArticle;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStatement;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What answers are made of. Members that hold codes, numbers, days and rules are ours; every text
 * from outside is {@link Untrusted}. What is not known is left out. Pure functions.
 */
final class Parts {
  /** Code points kept of a sentence, and of a headline or name: enough for all but broken ones. */
  static final int SENTENCE = 1000;

  static final int NAME = 200;

  /** Links in a chain of who passed something on. */
  private static final int CHAIN = 10;

  private Parts() {}

  /** A map that keeps its order and leaves out what is null or empty. */
  static final class Part extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1;

    Part with(String name, @Nullable Object value) {
      boolean empty =
          value == null
              || value instanceof String text && text.isEmpty()
              || value instanceof List<?> list && list.isEmpty();
      if (!empty) {
        put(name, value);
      }
      return this;
    }

    Part withDay(String name, @Nullable LocalDate day) {
      return with(name, day == null ? null : day.toString());
    }

    Part withNumber(String name, double value) {
      return with(name, Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null);
    }
  }

  static Part article(StoredArticle article) {
    return new Part()
        .with("id", article.id())
        .with("headline", Untrusted.of(article.headline(), NAME))
        .with("outlet", Untrusted.of(article.outlet(), NAME))
        .withDay("day", article.day())
        .with("repeatsArticle", article.copyOf())
        .with("story", article.story());
  }

  static Part article(ExportArticle article) {
    return new Part()
        .with("id", article.id())
        .with("document", Untrusted.of(article.document(), NAME))
        .with("sha256", article.sha256())
        .with("headline", Untrusted.of(orNull(article.headline()), NAME))
        .with("outlet", Untrusted.of(orNull(article.publisher()), NAME))
        .with("address", Untrusted.of(orNull(article.url()), SENTENCE))
        .withDay("day", article.day());
  }

  static Part event(StoredEvent event) {
    return new Part()
        .with("id", event.id())
        .with("code", event.type().code())
        .with("what", event.type().name())
        .with("status", event.status().word())
        .withDay("day", event.day())
        .with("source", actor(event.source()))
        .with("target", actor(event.target()))
        .with("counted", event.counted())
        .with("person", event.verdict() == null ? null : lower(event.verdict()))
        .with("rule", event.rule())
        .with("evidence", Untrusted.of(event.exact(), SENTENCE))
        .with("reportedBy", chain(event.attribution()))
        .with("article", article(event.article()));
  }

  static Part statement(StoredStatement statement) {
    return new Part()
        .with("id", statement.id())
        .with("speaker", actor(statement.speaker()))
        .with("addressee", actor(statement.addressee()))
        .with("kind", lower(statement.kind()))
        .with("status", statement.status().word())
        .with("rule", statement.rule())
        .with("words", Untrusted.of(statement.exact(), SENTENCE))
        .with("reportedBy", chain(statement.chain()))
        .with("article", article(statement.article()));
  }

  /** Names are taken from texts where nobody knows them, so that all count as from outside. */
  static @Nullable Part actor(@Nullable Actor actor) {
    return actor == null
        ? null
        : new Part()
            .with("name", Untrusted.of(orNull(actor.name()), NAME))
            .with("country", actor.country())
            .with("sector", actor.sector())
            .with("office", Untrusted.of(orNull(actor.office()), NAME));
  }

  static List<Map<String, Object>> chain(List<String> chain) {
    return chain.stream()
        .limit(CHAIN)
        .map(link -> java.util.Objects.requireNonNull(Untrusted.of(link, NAME)))
        .toList();
  }

  static @Nullable Part range(@Nullable DateRange range) {
    return range == null
        ? null
        : new Part().withDay("from", range.from()).withDay("to", range.to());
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
