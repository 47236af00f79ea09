package org.entente.relation;

import java.time.LocalDate;

/**
 * What an event adds to a pair. Reports with the same key are one event and count once; an event
 * that both did together is given once in each direction under one key.
 *
 * @param date the day that it counts for
 * @param source key of the actor who did it
 * @param target key of the actor to whom it was done
 * @param goldstein −10 to 10
 * @param quad 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
 * @param weight 0 to 1, multiplies the score in weighted values; counts do not know it
 * @param key the event's identity
 */
public record RelationEvent(
    LocalDate date,
    String source,
    String target,
    double goldstein,
    int quad,
    double weight,
    String key) {
  public RelationEvent {
    if (!(goldstein >= -10 && goldstein <= 10)) {
      throw new IllegalArgumentException(
          "Goldstein score " + goldstein + " of " + key + " is not within -10..10");
    }
    if (quad < 1 || quad > 4) {
      throw new IllegalArgumentException("quad class " + quad + " of " + key + " is not in 1..4");
    }
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight " + weight + " of " + key + " is not in 0..1");
    }
  }

  /** The same under another identity. */
  public RelationEvent withKey(String other) {
    return new RelationEvent(date, source, target, goldstein, quad, weight, other);
  }

  /** The size of its Goldstein score times its weight. */
  public double size() {
    return Math.abs(goldstein) * weight;
  }

  /** Whether it is in words only. */
  public boolean isVerbal() {
    return quad % 2 == 1;
  }
}
