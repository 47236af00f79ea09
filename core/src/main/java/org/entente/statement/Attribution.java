package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** An attribution while it is put together. Not thread-safe. */
final class Attribution {
  final int sentence;
  final int verb;
  final @Nullable Span source;
  final int sourceHead;
  final Span cue;
  final List<Span> contents = new ArrayList<>();
  final String rule;
  Statement.Kind kind;

  /** Whether it is a stance within what another says. */
  boolean inner;

  Attribution(
      int sentence,
      int verb,
      @Nullable Span source,
      int sourceHead,
      Span cue,
      Statement.Kind kind,
      String rule) {
    this.sentence = sentence;
    this.verb = verb;
    this.source = source;
    this.sourceHead = sourceHead;
    this.cue = cue;
    this.kind = kind;
    this.rule = rule;
  }
}
