package org.entente.store;

import java.util.List;
import org.entente.actor.Actor;
import org.entente.statement.Statement;
import org.entente.statement.Status;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is kept.
 *
 * @param id its key
 * @param article where it stands
 * @param source the words that name the speaker, or null
 * @param cue the words that attribute, or null
 * @param contents what is said, in one piece or several
 * @param exact the words of the contents, pieces joined by " … "
 * @param speaker who speaks with the office held then, or null
 * @param addressee to whom, or null
 * @param kind direct, indirect or mixed
 * @param status how the content stands to the world
 * @param chain who passed it on, outermost first
 * @param rule the rule that found it
 */
public record StoredStatement(
    long id,
    StoredArticle article,
    @Nullable Span source,
    @Nullable Span cue,
    List<Span> contents,
    String exact,
    @Nullable Actor speaker,
    @Nullable Actor addressee,
    Statement.Kind kind,
    Status status,
    List<String> chain,
    String rule) {
  public StoredStatement {
    contents = List.copyOf(contents);
    chain = List.copyOf(chain);
  }
}
