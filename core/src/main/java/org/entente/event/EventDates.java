package org.entente.event;

import java.time.LocalDate;
import java.util.List;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.statement.Status;
import org.entente.time.DateRange;
import org.entente.time.TimeExpression;
import org.entente.time.TimeExpressions;
import org.jspecify.annotations.Nullable;

/**
 * When an event was, is or is to be: the time expression of its clause that stands nearest in the
 * tree, else the day of the article. One per sentence; not thread-safe.
 */
final class EventDates {
  /** A time expression farther from the predicate belongs to something else in the clause. */
  private static final int FARTHEST = 3;

  private final Sentence s;
  private final String text;
  private final @Nullable LocalDate day;
  private final String dayRule;
  private final TimeExpressions times;

  EventDates(Sentence s, ParsedArticle article, TimeExpressions times) {
    this.s = s;
    this.text = article.content();
    this.day = article.day();
    this.dayRule = article.dayRule();
    this.times = times;
  }

  /**
   * A date and the rule that gave it.
   *
   * @param range the days, null where neither text nor article gives a date
   * @param rule rule of the time expression, "article", "page", or empty
   */
  record Dated(@Nullable DateRange range, String rule) {}

  /** Whether the clause itself says when. */
  boolean isSaid(Coding coding) {
    return nearest(coding, Status.ANNOUNCED) != null;
  }

  Dated of(Coding coding, Status status) {
    if (day == null) {
      return new Dated(null, "");
    }
    TimeExpression best = nearest(coding, status);
    return best == null
        ? new Dated(DateRange.on(day), dayRule)
        : new Dated(best.range(), best.rule());
  }

  private @Nullable TimeExpression nearest(Coding coding, Status status) {
    List<TimeExpression> times = expressions(status);
    TimeExpression own =
        coding.operator() == null || coding.inner() == coding.outer()
            ? null
            : nearest(times, coding.inner(), coding.inner());
    if (own != null) {
      return own;
    }
    if (isPast(coding.outer())) {
      times = expressions(Status.HAPPENED);
    }
    TimeExpression best = nearest(times, coding.outer(), coding.inner());
    return best == null ? following(coding, times) : best;
  }

  /** "Agreed on Tuesday": the day on which it was agreed lies behind, whatever was agreed. */
  private boolean isPast(int p) {
    return s.upos(p) == Upos.VERB && s.xpos(p).equals("VBD");
  }

  private @Nullable TimeExpression nearest(List<TimeExpression> times, int outer, int inner) {
    TimeExpression best = null;
    int nearest = FARTHEST + 1;
    for (TimeExpression time : times) {
      int token = s.tokenAt(time.span().start());
      int distance =
          token >= s.size() ? nearest : Math.min(distance(token, outer), distance(token, inner));
      if (distance < nearest) {
        nearest = distance;
        best = time;
      }
    }
    return best;
  }

  /**
   * Where the tree has none near: the next expression that no other verb stands before, since an
   * adverbial often hangs on the clause after it.
   */
  private @Nullable TimeExpression following(Coding coding, List<TimeExpression> times) {
    for (TimeExpression time : times) {
      int token = s.tokenAt(time.span().start());
      boolean other = token <= coding.outer() || token >= s.size();
      for (int i = coding.outer() + 1; i < token && !other; i++) {
        other = s.upos(i) == Upos.VERB || s.upos(i) == Upos.PUNCT;
      }
      if (!other) {
        return time;
      }
    }
    return null;
  }

  private List<TimeExpression> expressions(Status status) {
    boolean coming =
        switch (status) {
          case ANNOUNCED, INTENDED, HOPED, THREATENED -> true;
          default -> false;
        };
    TimeExpressions.Direction direction =
        coming ? TimeExpressions.Direction.FUTURE : TimeExpressions.Direction.NEWS;
    return day == null ? List.of() : times.find(text, s.span(), day, direction);
  }

  /**
   * Steps from the token up to the predicate; clauses of their own in between do not count as near.
   */
  private int distance(int token, int predicate) {
    int steps = 0;
    for (int up = token; up != Sentence.NONE; up = s.head(up)) {
      if (up == predicate) {
        return steps;
      }
      Relation r = s.relation(up);
      boolean clause =
          r == Relation.CCOMP
              || r == Relation.ACL_RELCL
              || r == Relation.ADVCL
              || r == Relation.PARATAXIS;
      steps += clause ? FARTHEST : 1;
    }
    return FARTHEST + 1;
  }
}
