package org.entente.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.entente.time.TimeExpression.Granularity;

/**
 * Finds time expressions in English and resolves them against a reference date. Immutable and
 * thread-safe; linear in the length of the region. Any text is accepted.
 *
 * <pre>{@code
 * new TimeExpressions().find("since last June", new Span(0, 15), LocalDate.of(2013, 5, 7))
 * }</pre>
 *
 * <p>The convention of news: a bare weekday is the last one on or before the reference date, a day
 * or month without a year is the nearest one. Where the caller knows that the clause speaks of the
 * future ("will meet on Tuesday"), both are the next. "Two days later" counts from the day that the
 * region named before; without one it is no time expression.
 */
public final class TimeExpressions {
  private final TimeLexicon lexicon = new TimeLexicon();
  private final Holidays holidays = new Holidays(lexicon);

  /** Where a date lies whose words leave it open. */
  public enum Direction {
    NEWS,
    FUTURE
  }

  /** The time expressions in {@code region} of {@code text}, in reading order, not overlapping. */
  public List<TimeExpression> find(CharSequence text, Span region, LocalDate reference) {
    return find(text, region, reference, Direction.NEWS);
  }

  /** The same, where the caller knows of which time the region speaks. */
  public List<TimeExpression> find(
      CharSequence text, Span region, LocalDate reference, Direction direction) {
    TimeWords words = new TimeWords(text, region, lexicon);
    Anchor.Lean lean = direction == Direction.FUTURE ? Anchor.Lean.FUTURE : Anchor.Lean.NEWS;
    Grammar grammar = new Grammar(words, new Anchor(reference, lean, null), holidays);
    List<TimeExpression> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Match match = grammar.read(i);
      if (match != null) {
        found.add(
            new TimeExpression(
                words.span(i, match.last()),
                match.range(),
                match.unit(),
                match.vague(),
                match.rule()));
        i = match.last();
        if (match.unit() == Granularity.DAY) {
          Anchor anchor = new Anchor(reference, lean, match.range().to());
          grammar = new Grammar(words, anchor, holidays);
        }
      }
    }
    return found;
  }
}
