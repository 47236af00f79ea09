package org.entente.article;

import java.time.LocalDate;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a head line such as "By Ann Hill, The Coast Herald, 7 May 2013".
 *
 * @param kind what it is
 * @param span where it stands
 * @param date the day, for a date
 * @param rule what found it
 */
record HeadPart(Kind kind, Span span, @Nullable LocalDate date, String rule) {
  enum Kind {
    DATE,
    AUTHOR,
    OUTLET
  }
}
