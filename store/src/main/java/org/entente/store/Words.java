package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** How values stand in columns of text. */
final class Words {
  private Words() {}

  /**
   * Without the character that PostgreSQL cannot hold; one replaces one, so that spans keep their
   * places.
   */
  static String clean(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static @Nullable LocalDate day(@Nullable String day) {
    return day == null ? null : LocalDate.parse(day);
  }

  /** Names, one a line. */
  static String lines(List<String> names) {
    return names.stream().map(n -> clean(n).replace('\n', ' ')).collect(Collectors.joining("\n"));
  }

  static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  /** Spans as {@code 12-40 44-50}. */
  static String spans(List<Span> spans) {
    return spans.stream().map(s -> s.start() + "-" + s.end()).collect(Collectors.joining(" "));
  }

  static List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    for (String span : text.isEmpty() ? new String[0] : text.split(" ")) {
      int dash = span.indexOf('-');
      spans.add(
          new Span(
              Integer.parseInt(span.substring(0, dash)),
              Integer.parseInt(span.substring(dash + 1))));
    }
    return spans;
  }
}
