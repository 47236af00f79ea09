package org.entente.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The place, and often the agency, that a report opens with: "LONDON (Reuters) - ", "PARIS, May 3 —
 * ". Stateless.
 */
final class Datelines {
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?<place>\\p{Lu}[\\p{Lu}.'’ -]*\\p{Lu}(?:, ?\\p{L}[\\p{L}. ]{1,24})?)?"
              + "(?:, (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}))?"
              + "\\s?(?:\\((?<agency>\\p{Lu}[\\p{L} .&-]{1,24})\\))?\\s*(?:--|[-–—])\\s+");

  /** Ours: "Kuala Lumpur, Malaysia (Associated Press) — " and little more. */
  private static final int LONGEST = 80;

  private Datelines() {}

  /**
   * A dateline.
   *
   * @param place the place, if one is named
   * @param agency the agency in brackets, if one is
   * @param rest the paragraph behind it
   */
  record Found(@Nullable Field place, @Nullable Field agency, Span rest) {}

  static @Nullable Found find(String text, Span paragraph) {
    int end = Math.min(paragraph.end(), paragraph.start() + LONGEST);
    Matcher matcher = DATELINE.matcher(text).region(paragraph.start(), end);
    if (!matcher.lookingAt()) {
      return null;
    }
    Field place = field(text, matcher, "place");
    Field agency = field(text, matcher, "agency");
    Span rest = new Span(matcher.end(), paragraph.end()).strip(text);
    return (place == null && agency == null) || rest.isEmpty()
        ? null
        : new Found(place, agency, rest);
  }

  private static @Nullable Field field(String text, Matcher matcher, String group) {
    if (matcher.start(group) < 0) {
      return null;
    }
    Span span = new Span(matcher.start(group), matcher.end(group)).strip(text);
    return new Field(Sheet.fold(text, span), span, "dateline");
  }
}
