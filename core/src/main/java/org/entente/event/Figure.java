package org.entente.event;

import org.entente.actor.Actor;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * How many of what, as reported.
 *
 * @param measure what is counted
 * @param low least value, at least 0
 * @param high greatest value; equal to {@code low} when one number stands in the text
 * @param bound how the number is meant
 * @param unit what the number counts: "people", "USD", "troops"
 * @param period from when to when, null where not said
 * @param place where, as written; empty where not said
 * @param according who says so, null when the outlet itself does
 * @param span the words
 * @param rule name of the rule
 */
public record Figure(
    Measure measure,
    double low,
    double high,
    Bound bound,
    String unit,
    @Nullable DateRange period,
    String place,
    @Nullable Actor according,
    Span span,
    String rule) {
  /** What is counted. */
  public enum Measure {
    KILLED,
    WOUNDED,
    MISSING,
    DISPLACED,
    ARRESTED,
    PROTESTING,
    MONEY,
    TROOPS
  }

  /** How a number is meant. */
  public enum Bound {
    EXACTLY,
    ABOUT,
    AT_LEAST,
    UP_TO,
    FEWER_THAN
  }

  public Figure {
    if (!(low >= 0 && high >= low)) {
      throw new IllegalArgumentException(
          "figure " + low + " to " + high + ": low must be ≥ 0 and high ≥ low");
    }
  }
}
