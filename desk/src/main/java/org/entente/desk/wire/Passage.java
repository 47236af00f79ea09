package org.entente.desk.wire;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.EventLine;
import org.entente.desk.chart.Markup;

/** The place of a text where searched words stand, with the words marked, as HTML. */
final class Passage {
  /** Characters before and after the first hit: about two lines on a laptop. */
  private static final int BEFORE = 80;

  private static final int AFTER = 200;

  private Passage() {}

  /**
   * @param words as a reader types them; quoted phrases stay together
   * @return the first hit in its surroundings; the text's beginning when no word is found as typed
   */
  static String of(String text, String words) {
    String line = EventLine.oneLine(text);
    Pattern pattern = pattern(words);
    if (pattern == null) {
      return Markup.escape(cut(line, 0, AFTER));
    }
    Matcher first = pattern.matcher(plain(line));
    int hit = first.find() ? first.start() : 0;
    int from = hit <= BEFORE ? 0 : line.indexOf(' ', hit - BEFORE) + 1;
    return marked(cut(line, from, Math.min(line.length(), hit + AFTER)), pattern);
  }

  private static String marked(String piece, Pattern pattern) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = pattern.matcher(plain(piece));
    int done = 0;
    while (matcher.find()) {
      out.append(Markup.escape(piece.substring(done, matcher.start())))
          .append("<mark>")
          .append(Markup.escape(piece.substring(matcher.start(), matcher.end())))
          .append("</mark>");
      done = matcher.end();
    }
    return out.append(Markup.escape(piece.substring(done))).toString();
  }

  private static String cut(String line, int from, int to) {
    int end = to >= line.length() ? line.length() : Math.max(from, line.lastIndexOf(' ', to));
    return (from > 0 ? "… " : "") + line.substring(from, end) + (end < line.length() ? " …" : "");
  }

  private static @org.jspecify.annotations.Nullable Pattern pattern(String words) {
    List<String> terms = new ArrayList<>();
    String[] parts = words.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      for (String term : i % 2 == 1 ? new String[] {part} : part.split("\\s+")) {
        if (term.codePoints().anyMatch(Character::isLetterOrDigit)) {
          terms.add(Pattern.quote(plain(term)));
        }
      }
    }
    return terms.isEmpty()
        ? null
        : Pattern.compile("(?U)(?<!\\w)(?:" + String.join("|", terms) + ")(?!\\w)");
  }

  /** Small letters without accents, character for character, as the index has them. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String bare = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      String small = bare.substring(0, 1).toLowerCase(Locale.ROOT);
      out.append(small.length() == 1 ? small.charAt(0) : text.charAt(i));
    }
    return out.toString();
  }
}
