package org.entente.desk.blog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands in one field of an export. Pure functions. */
final class Fields {
  private Fields() {}

  /** The text of the first child of a name; "" without one. */
  static String of(Element parent, String name) {
    for (Element child : parent.children()) {
      if (child.tagName().equals(name)) {
        return child.wholeText().strip();
      }
    }
    return "";
  }

  static List<Element> all(Element parent, String name) {
    return parent.children().stream().filter(c -> c.tagName().equals(name)).toList();
  }

  /** Words that may hold entities or elements, as plain text on one line. */
  static String plain(String html) {
    return Jsoup.parseBodyFragment(html).text().strip();
  }

  /**
   * A moment as exports write it: ISO with or without offset, as mails do, or milliseconds; UTC
   * where no zone is named, null where it is no moment.
   */
  static @Nullable Instant moment(String text) {
    if (text.isBlank() || text.startsWith("0000")) {
      return null;
    }
    try {
      if (text.matches("[0-9]{9,14}")) {
        long number = Long.parseLong(text);
        return text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      }
      if (text.matches("(?i)[a-z]{3},.*")) {
        return OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      }
      String iso = text.strip().replaceFirst("^(\\S+) ", "$1T");
      return iso.matches(".*(?:Z|[+-][0-9:]{2,6})$") && iso.contains("T")
          ? zoned(iso)
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant zoned(String iso) {
    boolean dated = iso.matches(".*T.*(?:Z|[+-][0-9]{2}:?[0-9]{2})$");
    return dated
        ? OffsetDateTime.parse(iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  /** The first moment that can be read. */
  static @Nullable Instant moment(String... texts) {
    for (String text : texts) {
      Instant moment = moment(text);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  static String orElse(String text, String otherwise) {
    return text.isBlank() ? otherwise : text;
  }
}
