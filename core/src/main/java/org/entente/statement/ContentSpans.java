package org.entente.statement;

import java.util.List;
import org.entente.text.Span;

/** Where what is said begins and ends. */
final class ContentSpans {
  private ContentSpans() {}

  /** Without marks at its ends that do not belong to a quotation. */
  static Span trim(Span span, String text, List<Span> quotations) {
    int start = span.start();
    int end = span.end();
    while (end > start
        && (".,;:\u2014-".indexOf(text.charAt(end - 1)) >= 0
            || Character.isWhitespace(text.charAt(end - 1)))) {
      end--;
    }
    while (start < end
        && (",;:\u2014".indexOf(text.charAt(start)) >= 0
            || Character.isWhitespace(text.charAt(start)))) {
      start++;
    }
    int from = start;
    int to = end;
    for (Span q : quotations) {
      boolean closesHere =
          q.end() > to && q.start() >= from && q.start() < to && isMarks(text, to, q.end());
      to = closesHere ? q.end() : to;
      boolean opensHere = q.start() == from - 1 && q.end() <= to + 1;
      from = opensHere ? q.start() : from;
    }
    return new Span(from, Math.max(from, to));
  }

  /** Whether only the marks that close a sentence and a quotation stand there. */
  private static boolean isMarks(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) || Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
