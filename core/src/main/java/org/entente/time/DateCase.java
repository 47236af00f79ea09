package org.entente.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case of the test data of Microsoft's Recognizers-Text.
 *
 * @param input the sentence
 * @param reference the reference date, null where the case has none
 * @param expected the expressions in it
 */
record DateCase(String input, @Nullable LocalDate reference, List<Expected> expected) {
  /** No date: month or day do not exist. */
  private static final String UNRESOLVED = "0001-01-01";

  /**
   * An expression.
   *
   * @param span where it stands
   * @param text its words, lower case
   * @param type "date", "daterange" or another
   * @param readings the days it may mean: empty when the data give none, or only one end
   */
  record Expected(Span span, String text, String type, List<Reading> readings) {
    boolean isDate() {
      return type.equals("date") || type.equals("daterange");
    }
  }

  /**
   * One of the meanings of an expression.
   *
   * @param from the first day
   * @param end of a period the day after; of a pair the day, or first day of the unit, named last
   * @param form what {@code end} is
   */
  record Reading(LocalDate from, LocalDate end, Form form) {
    /** Whether the days found are these. */
    boolean matches(TimeExpression found) {
      LocalDate to = found.range().to();
      boolean begins = found.range().from().equals(from);
      return switch (form) {
        case DAY -> (begins && to.equals(from)) || (found.vague() && centred(found.range()));
        case PERIOD -> begins && to.equals(end.minusDays(1));
        case PAIR -> begins && (to.equals(end) || to.equals(end.minusDays(1)) || closes(to));
      };
    }

    /** The data give "two years ago" as one day; here it is the middle of a vague range. */
    private boolean centred(DateRange range) {
      return from.toEpochDay() - range.from().toEpochDay()
          == range.to().toEpochDay() - from.toEpochDay();
    }

    /** "From 2010 to 2012" ends for the data where 2012 begins, here where it ends. */
    private boolean closes(LocalDate to) {
      return Stream.of(Unit.WEEK, Unit.MONTH, Unit.YEAR)
          .map(unit -> unit.around(end))
          .anyMatch(unit -> unit.from().equals(end) && unit.to().equals(to));
    }
  }

  /** What the end of a reading is. */
  enum Form {
    DAY,
    PERIOD,
    PAIR
  }

  /** Reads one case; both layouts of the data are understood. */
  static DateCase of(JsonNode node) {
    String input = node.path("Input").asString();
    List<Expected> expected = new ArrayList<>();
    for (JsonNode result : node.path("Results")) {
      expected.add(expected(result));
    }
    return new DateCase(
        input,
        day(node.path("Context").path("ReferenceDateTime").asString("")),
        List.copyOf(expected));
  }

  private static Expected expected(JsonNode result) {
    String text = result.path("Text").asString().toLowerCase(Locale.ROOT);
    int start = result.path("Start").asInt();
    String type = result.path("Type").asString().replace("datetimeV2.", "");
    List<Reading> readings = new ArrayList<>();
    JsonNode value = result.path("Value");
    for (JsonNode one : value.path("values")) {
      add(readings, one, one.path("timex").asString(""));
    }
    String timex = value.path("Timex").asString("");
    add(readings, value.path("PastResolution"), timex);
    add(readings, value.path("FutureResolution"), timex);
    return new Expected(new Span(start, start + text.length()), text, type, List.copyOf(readings));
  }

  private static void add(List<Reading> readings, JsonNode node, String timex) {
    LocalDate from = day(node.path("date").asString(node.path("value").asString("")));
    from = from != null ? from : day(first(node, "startDate", "start"));
    LocalDate end = day(first(node, "endDate", "end"));
    boolean single = node.has("date") || node.has("value");
    if (from != null && (single || end != null)) {
      Form form = single ? Form.DAY : timex.startsWith("(") ? Form.PAIR : Form.PERIOD;
      readings.add(new Reading(from, end == null ? from : end, form));
    }
  }

  private static String first(JsonNode node, String one, String other) {
    return node.path(one).asString(node.path(other).asString(""));
  }

  private static @Nullable LocalDate day(String printed) {
    try {
      boolean dated = printed.length() >= 10 && !printed.startsWith(UNRESOLVED);
      return dated ? LocalDate.parse(printed.substring(0, 10)) : null;
    } catch (DateTimeException e) {
      return null; // "not resolved"
    }
  }
}
