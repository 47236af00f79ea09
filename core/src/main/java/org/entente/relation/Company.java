package org.entente.relation;

import java.util.Collection;
import java.util.regex.Pattern;
import org.entente.event.Event;
import org.entente.text.Span;

/**
 * In whose company an actor did something to the other. A codebook writes what several actors share
 * once for each ordered pair of them; for a pair the three kinds differ: to meet is one happening,
 * to welcome what a third side does is nothing between the two.
 */
public enum Company {
  /** One did it to the other. */
  ALONE,
  /** Both did it with each other: one happening without direction. */
  TOGETHER,
  /** Both did the same, towards somebody else or nobody: nothing between the two. */
  BESIDE;

  /**
   * Codes of what two do with each other, by their beginning: meet, sign, cooperate, cease fire.
   */
  private static final Pattern SHARED = Pattern.compile("04.*|057|06.*|087.*|19.*");

  /** What is agreed on is shared, unless it is a promise to a third side: aid, reform, yielding. */
  private static final Pattern AGREED = Pattern.compile("02.*|03[0-26-9].*");

  private static final Pattern EACH_OTHER =
      Pattern.compile("\\b(?:each other|one another)\\b", Pattern.CASE_INSENSITIVE);

  /**
   * The company of an event among the others of its article.
   *
   * @param content the document's text, into which the spans point
   */
  public static Company of(Event event, Collection<Event> others, String content) {
    if (others.stream().noneMatch(other -> isMirror(event, other))) {
      return ALONE;
    }
    String code = event.type().code();
    boolean agreed = event.rule().startsWith("agree") && AGREED.matcher(code).matches();
    if (agreed || SHARED.matcher(code).matches()) {
      return TOGETHER;
    }
    return saysEachOther(event.span(), content) ? ALONE : BESIDE;
  }

  private static boolean isMirror(Event event, Event other) {
    return event.source() != null
        && event.target() != null
        && other.source() != null
        && other.target() != null
        && event.span().equals(other.span())
        && event.type().equals(other.type())
        && event.source().actor().equals(other.target().actor())
        && event.target().actor().equals(other.source().actor());
  }

  private static boolean saysEachOther(Span span, String content) {
    return EACH_OTHER.matcher(span.in(content)).find();
  }
}
