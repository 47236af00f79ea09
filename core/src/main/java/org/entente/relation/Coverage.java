package org.entente.relation;

import java.time.LocalDate;

/**
 * What was read of a day.
 *
 * @param date the day
 * @param articles articles read, whoever they are about
 * @param sentences sentences in them that name both actors of the pair
 */
public record Coverage(LocalDate date, int articles, int sentences) {
  public Coverage {
    if (articles < 0 || sentences < 0) {
      throw new IllegalArgumentException(
          "coverage of " + date + " is negative: " + articles + ", " + sentences);
    }
  }
}
