package org.entente.source;

import org.jsoup.parser.Parser;

/**
 * Where each character of a text node stands in the source, entities undone again. Where source and
 * node disagree, the rest of the node stands for the rest of its source. Used once.
 */
final class Alignment {
  /** The longest named entity of HTML has 33 characters with its marks. */
  private static final int LONGEST_ENTITY = 40;

  private final String source;
  private final String text;
  private final int end;
  private int from;
  private int to;
  private int covered;
  private boolean lost;

  Alignment(String source, String text, int start, int end) {
    this.source = source;
    this.text = text;
    this.end = Math.max(0, end);
    this.from = Math.max(0, start);
    this.to = from;
    this.lost = start < 0;
  }

  /** Moves to character {@code i} of the text; called for every character in turn. */
  void advance(int i) {
    if (i < covered || lost) {
      return;
    }
    from = to;
    covered = i + 1;
    if (from >= end) {
      lose();
      return;
    }
    char raw = source.charAt(from);
    char wanted = text.charAt(i);
    if (raw == '&') {
      entity(i);
    } else if (raw == wanted) {
      to = from + 1;
    } else if (raw == '\r' && wanted == '\n') {
      to = from + (from + 1 < end && source.charAt(from + 1) == '\n' ? 2 : 1);
    } else {
      lose();
    }
  }

  /** The shortest stretch that unescapes to what the node holds. */
  private void entity(int i) {
    int name = nameEnd();
    if (name < end && source.charAt(name) == ';' && matches(i, name + 1)) {
      return;
    }
    for (int stop = from + 2; stop <= name; stop++) {
      if (matches(i, stop)) {
        return;
      }
    }
    if (text.charAt(i) == '&') {
      to = from + 1;
    } else {
      lose();
    }
  }

  private int nameEnd() {
    int stop = from + 1;
    int limit = Math.min(end, from + LONGEST_ENTITY);
    while (stop < limit && isName(source.charAt(stop))) {
      stop++;
    }
    return stop;
  }

  private static boolean isName(char c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '#';
  }

  private boolean matches(int i, int stop) {
    String escaped = source.substring(from, stop);
    String plain = Parser.unescapeEntities(escaped, false);
    boolean found =
        (!plain.startsWith("&") && plain.length() <= 2 && text.startsWith(plain, i))
            || ((escaped.equals("&amp;") || escaped.equals("&amp")) && text.charAt(i) == '&');
    if (found) {
      to = stop;
      covered = i + plain.length();
    }
    return found;
  }

  private void lose() {
    lost = true;
    to = Math.max(to, end);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
