package org.entente.export;

import java.time.LocalDate;
import java.util.List;
import org.entente.relation.ActorKey;
import org.jspecify.annotations.Nullable;

/**
 * Which records are asked for; those who keep records leave out all others.
 *
 * @param from first day that an event counts for, or that an article without one is of; null for
 *     all
 * @param to last such day
 * @param pair nobody for all; one actor for all in which it takes part; two for what is between
 *     them
 */
public record Selection(@Nullable LocalDate from, @Nullable LocalDate to, List<ActorKey> pair) {
  /** Everything. */
  public static final Selection ALL = new Selection(null, null, List.of());

  public Selection {
    pair = List.copyOf(pair);
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("the range ends on " + to + " before it begins, " + from);
    }
    if (pair.size() > 2) {
      throw new IllegalArgumentException("a pair has two actors, not " + pair.size());
    }
  }

  /** Whether a day lies within; an unknown one does only where no range is asked for. */
  public boolean holds(@Nullable LocalDate day) {
    if (day == null) {
      return from == null && to == null;
    }
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** The same, narrowed to one year. */
  public Selection within(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return new Selection(
        from == null || from.isBefore(first) ? first : from,
        to == null || to.isAfter(last) ? last : to,
        pair);
  }
}
