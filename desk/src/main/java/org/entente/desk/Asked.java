package org.entente.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Reads the parts of an address or form. What is blank counts as not given; what cannot be is a
 * {@link Fault} that names the part, its value and what would do.
 */
public final class Asked {
  /** Longer words than anybody types are cut, so that nothing downstream sees a megabyte. */
  private static final int LONGEST = 500;

  private Asked() {}

  /** The words of a part, stripped; empty when it is not given. */
  public static String words(ServerRequest request, String name) {
    String given = request.param(name).orElse("").strip();
    return given.length() > LONGEST ? given.substring(0, LONGEST) : given;
  }

  /** The words of a part that must be there. */
  public static String required(ServerRequest request, String name) {
    String given = words(request, name);
    if (given.isEmpty()) {
      throw Fault.badRequest("The address lacks its part '" + name + "'.");
    }
    return given;
  }

  public static @Nullable LocalDate day(ServerRequest request, String name) {
    String given = words(request, name);
    if (given.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(given);
      if (day.getYear() < 1 || day.getYear() > 9999) {
        throw new DateTimeException("year");
      }
      return day;
    } catch (DateTimeException e) {
      throw Fault.badRequest(
          "'" + given + "' is no day for '" + name + "'; write it as 2013-05-07.");
    }
  }

  /**
   * Days from first to last.
   *
   * @param from the first; null for no bound
   * @param to the last; null for no bound
   */
  public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    public Days {
      if (from != null && to != null && to.isBefore(from)) {
        throw turned(from, to);
      }
    }
  }

  /** Two days stand the wrong way round. */
  public static Fault turned(LocalDate from, LocalDate to) {
    return Fault.badRequest("The last day, " + to + ", lies before the first, " + from + ".");
  }

  /** The days of the parts {@code from} and {@code to}. */
  public static Days days(ServerRequest request) {
    return new Days(day(request, "from"), day(request, "to"));
  }

  /** A whole number from 1 on; {@code otherwise} when it is not given. */
  public static int number(ServerRequest request, String name, int otherwise) {
    String given = words(request, name);
    if (given.isEmpty()) {
      return otherwise;
    }
    if (!given.matches("[1-9][0-9]{0,6}")) {
      throw Fault.badRequest("'" + given + "' is no number for '" + name + "'; it starts at 1.");
    }
    return Integer.parseInt(given);
  }

  /** The key in the path. */
  public static long id(ServerRequest request) {
    String given = request.pathVariable("id");
    if (!given.matches("[0-9]{1,18}")) {
      throw Fault.missing("'" + given + "' is no number of anything here.");
    }
    return Long.parseLong(given);
  }

  /** One of an enumeration, by its name in small letters. */
  public static <E extends Enum<E>> Optional<E> one(
      ServerRequest request, String name, Class<E> type) {
    String given = words(request, name);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    E[] all = type.getEnumConstants();
    for (E one : all) {
      if (one.name().equalsIgnoreCase(given)) {
        return Optional.of(one);
      }
    }
    throw Fault.badRequest(
        "'"
            + given
            + "' is nothing that '"
            + name
            + "' can be; it is one of "
            + Arrays.stream(all)
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ".");
  }
}
