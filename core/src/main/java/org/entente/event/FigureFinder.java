package org.entente.event;

import java.util.List;
import org.entente.actor.Mentions;
import org.entente.parse.ParsedArticle;
import org.entente.statement.Statement;

/** Finds how many of what. Immutable and thread-safe. */
public final class FigureFinder {
  /** The figures of {@code article}, in reading order. */
  public List<Figure> find(ParsedArticle article, Mentions mentions, List<Statement> statements) {
    return List.of();
  }
}
