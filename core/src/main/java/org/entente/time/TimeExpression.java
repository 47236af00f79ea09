package org.entente.time;

import org.entente.text.Span;

/**
 * Words that say when, and the days they mean.
 *
 * @param span the words
 * @param range the days meant, seen from the reference date
 * @param granularity the unit that the words speak in: "Tuesday" is a day, "in September" a month
 * @param vague whether the words leave the ends open ("almost a year ago", "by the end of May")
 * @param rule name of the rule
 */
public record TimeExpression(
    Span span, DateRange range, Granularity granularity, boolean vague, String rule) {
  /** The unit that a time expression speaks in. */
  public enum Granularity {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    SEASON,
    YEAR,
    DECADE,
    CENTURY,
    PERIOD
  }
}
