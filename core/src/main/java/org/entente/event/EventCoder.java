package org.entente.event;

import java.util.List;
import org.entente.actor.Mentions;
import org.entente.parse.ParsedArticle;
import org.entente.statement.Statement;

/** Codes who did what to whom. Immutable and thread-safe. */
public final class EventCoder {
  /** The events of {@code article}, in reading order. */
  public List<Event> code(ParsedArticle article, Mentions mentions, List<Statement> statements) {
    return List.of();
  }
}
