package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.actor.Actor;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, to whom: one attribution.
 *
 * @param source the words that name the speaker, null where the text names none
 * @param cue the words that attribute ("said in a statement"), null for a bare quotation
 * @param contents what is said, in one piece or several; never empty
 * @param speaker whom the source names at the article's date, null where there is no source
 * @param together who else speaks with one voice: "Moscow and Washington", "both sides"
 * @param addressee to whom it was said, null where the text does not say
 * @param kind direct, indirect or mixed
 * @param status how the content stands to the world
 * @param chain who passed it on, outermost first: outlet, then each speaker who is said to have
 *     said it
 * @param inner whether it is a stance within what another statement says ("she said that he wants
 *     peace"): that speaker reports it, not the article
 * @param rule name of the rule that found it
 */
public record Statement(
    @Nullable Span source,
    @Nullable Span cue,
    List<Span> contents,
    @Nullable Actor speaker,
    List<Actor> together,
    @Nullable Actor addressee,
    Kind kind,
    Status status,
    List<String> chain,
    boolean inner,
    String rule) {
  /** How the words are rendered. */
  public enum Kind {
    DIRECT,
    INDIRECT,
    MIXED
  }

  public Statement {
    contents = List.copyOf(contents);
    together = List.copyOf(together);
    chain = List.copyOf(chain);
    if (contents.isEmpty()) {
      throw new IllegalArgumentException(
          "a statement without content is no statement (rule " + rule + ")");
    }
  }

  /** All who speak, the first named first; empty where the text names nobody. */
  public List<Actor> speakers() {
    List<Actor> all = new ArrayList<>();
    if (speaker != null) {
      all.add(speaker);
    }
    all.addAll(together);
    return all;
  }

  /** The same statement, which goes on with {@code more}. */
  Statement with(Span more) {
    List<Span> all = new ArrayList<>(contents);
    all.add(more);
    return new Statement(
        source, cue, all, speaker, together, addressee, kind, status, chain, inner, rule);
  }

  /** From the first to the last character of its parts. */
  public Span span() {
    Span span = contents.getFirst();
    for (Span content : contents) {
      span = span.cover(content);
    }
    span = source == null ? span : span.cover(source);
    return cue == null ? span : span.cover(cue);
  }
}
