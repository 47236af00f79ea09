package org.entente.time;

import java.time.LocalDate;
import java.util.List;
import org.entente.text.Span;

/** Finds time expressions and resolves them against a reference date. Stateless and thread-safe. */
public final class TimeExpressions {
  /** The time expressions in {@code region} of {@code text}, in reading order, not overlapping. */
  public List<TimeExpression> find(CharSequence text, Span region, LocalDate reference) {
    return List.of();
  }
}
