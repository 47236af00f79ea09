package org.entente.statement;

import java.util.List;
import org.entente.actor.Mentions;
import org.entente.parse.ParsedArticle;

/** Finds who said what. Immutable and thread-safe. */
public final class StatementFinder {
  /** The statements of {@code article}, in the order of their contents. */
  public List<Statement> find(ParsedArticle article, Mentions mentions) {
    return List.of();
  }
}
