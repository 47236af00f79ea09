package org.entente.time;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.time.DateCase.Expected;
import org.jspecify.annotations.Nullable;

/**
 * What a case of the test data asks for. News is measured on the dates and ranges of the calendar;
 * the other kinds are for assistants and forms. The first kind that fits is taken.
 */
enum DateCaseKind {
  /** Nothing is expected: the files know one type each and leave others alone. */
  NOTHING(null),
  /** Times of the day, lengths, repetitions. */
  OTHER_TYPE(null),
  /** No reference date. */
  NO_REFERENCE(null),
  /** The data give no days ("summer"), an impossible one, or one end only ("before 1950"). */
  NO_RANGE(null),
  /** Days of trade, which hang on a place. */
  BUSINESS_DAYS(".*\\bbusiness\\b.*"),
  /** "more than two weeks before today": one end only, told as a length. */
  OPEN_LENGTH("(more|less) than .*"),
  /** "my week", "that month", "now": the speaker's or the text's own time. */
  DEICTIC(".*\\b(my|same|that|now)\\b.*"),
  /** "the month", "rest of the day": a unit that nothing dates. */
  BARE_UNIT("(the |rest of )?(day|week|month|year|weekend)"),
  /** "the 9th", "the twenty fourth", "fourth Monday". */
  BARE_DAY(
      "(the |the week of the )?(\\d{1,2}(st|nd|rd|th)?|first|second|thirty|twenty \\w+)"
          + "|(first|second|third|fourth|fifth) \\w+day"),
  /** "3/9/77", "July 68": a year in two figures. */
  SHORT_YEAR("\\d+[-/]\\d+[-/,]\\d\\d|[a-z]+ \\d\\d(?<=[4-9]\\d)"),
  /** "8/14", "1999-6": two numbers, in news a fraction, score or season. */
  TWO_NUMBERS("(from )?\\d{1,4} ?[-./] ?\\d{1,2}( to \\d+/\\d+)?|\\d{1,2} ?[-/] ?\\d{4}"),
  /** "Aug9", "3/7,1999", "w/c": as typed into a form. */
  TYPED(
      ".*([a-z]{3}[-/]?\\d|\\d[-/]?[a-z]{3,}|\\d{4}h\\d|\\d,\\d|[a-z]\\.\\d| ,|\\btmrw\\b|w/c).*"),
  /** What is measured. */
  CALENDAR(null);

  private final Pattern words;

  DateCaseKind(@Nullable String words) {
    this.words = Pattern.compile(words == null ? "(?!)" : words);
  }

  /** The kind of a case. */
  static DateCaseKind of(DateCase one) {
    List<Expected> expected = one.expected();
    if (expected.isEmpty()) {
      return NOTHING;
    }
    if (!expected.stream().allMatch(Expected::isDate)) {
      return OTHER_TYPE;
    }
    if (one.reference() == null) {
      return NO_REFERENCE;
    }
    if (expected.stream().anyMatch(e -> e.readings().isEmpty())) {
      return NO_RANGE;
    }
    for (DateCaseKind kind : values()) {
      if (expected.stream().anyMatch(e -> kind.fits(e.text()))) {
        return kind;
      }
    }
    return CALENDAR;
  }

  private boolean fits(String text) {
    return words.matcher(text).matches();
  }
}
