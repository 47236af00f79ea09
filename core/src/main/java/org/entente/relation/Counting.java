package org.entente.relation;

import java.time.LocalDate;
import java.util.Set;
import org.entente.statement.Status;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Which coded events count for a pair, for which day, and which of them are one. Pure functions.
 *
 * <p>An event is reported many times. Reports with one code root between the same two on one day
 * are one event: the field's one-a-day filter (Schrodt and Gerner, 2000, analysing international
 * event data). What two do together (consult, sign) has no direction.
 */
public final class Counting {
  /** Roots and codes of what two do together. */
  private static final Set<String> TOGETHER = Set.of("04", "057", "061", "062", "063", "064");

  private Counting() {}

  /**
   * Whether it happened, was agreed, said or done. Words count when they are said, whatever they
   * ask or promise; deeds count when they are reported as done. What is denied, conditional,
   * recalled, or claimed of an opponent does not count, and a meeting that is announced counts when
   * it is held.
   *
   * @param quad quad class of the code, 1 to 4
   */
  public static boolean counts(String code, int quad, Status status) {
    return switch (status) {
      case HAPPENED, ONGOING -> true;
      case DENIED, CONDITIONAL, BACKGROUND -> false;
      case ACCUSED -> code.startsWith("112");
      case ANNOUNCED, INTENDED, HOPED, REQUESTED, DEMANDED, THREATENED, REFUSED ->
          quad % 2 == 1 && !code.startsWith("04") && !code.startsWith("057");
    };
  }

  /**
   * The day that an event counts for: its own when it is a single one, the article's when that lies
   * within the event's range, else the last of the range; null when neither is known.
   */
  public static @Nullable LocalDate day(@Nullable DateRange date, @Nullable LocalDate article) {
    if (date == null || date.from().equals(date.to())) {
      return date == null ? article : date.from();
    }
    boolean within =
        article != null && !article.isBefore(date.from()) && !article.isAfter(date.to());
    return within ? article : date.to();
  }

  /** The identity of an event under the one-a-day filter. */
  public static String key(String code, String source, String target, LocalDate day) {
    return isShared(code)
        ? sharedKey(code, Pair.of(source, target), day)
        : root(code) + ">" + source + ">" + target + "@" + day;
  }

  /** The identity of what two did with each other: the same in both directions. */
  public static String sharedKey(String code, Pair pair, LocalDate day) {
    return root(code) + "=" + pair.first() + ">" + pair.second() + "@" + day;
  }

  /** Whether it is what two do together, such as meeting and signing, which has no direction. */
  public static boolean isShared(String code) {
    return TOGETHER.contains(root(code)) || TOGETHER.contains(code);
  }

  /** The first two digits of a code. */
  public static String root(String code) {
    return code.substring(0, Math.min(2, code.length()));
  }
}
