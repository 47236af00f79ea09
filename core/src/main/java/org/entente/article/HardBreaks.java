package org.entente.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Span;
import org.entente.text.Vocabulary;

/**
 * Finds the paragraphs of pasted text: mends lines that were broken to a width or inside a word
 * group, and finds where paragraphs end even without blank lines.
 *
 * <p>Scraped pages break in three ways: at a width, after the first word of every paragraph, and
 * not at all. Which way this page breaks is read from the lines that certainly go on (the next line
 * begins with a small letter). Spans of paragraphs hold their hard breaks. Thread-safe.
 */
final class HardBreaks {
  /** Ours: fewer lone words than this may be outlets or section names. */
  private static final int LONE_STYLE = 3;

  /** Ours: shorter lines are verse or a list, not a page broken to a width. */
  private static final int NARROWEST = 30;

  private final Set<String> openers = Set.copyOf(Vocabulary.of(HardBreaks.class, "openers.txt"));
  private final HeadLineParts heads;

  HardBreaks(HeadLineParts heads) {
    this.heads = heads;
  }

  List<Paragraph> paragraphs(String text) {
    return paragraphs(text, new Span(0, text.length()));
  }

  /** The paragraphs of one region of a text. */
  List<Paragraph> paragraphs(String text, Span region) {
    List<Line> lines = lines(text, region);
    Style style = Style.of(lines);
    List<Paragraph> paragraphs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (i + 1 == lines.size() || ends(lines, i, from, style)) {
        boolean lone = i > from && lines.get(from).isLone();
        Span span = lines.get(from).span.cover(lines.get(i).span);
        paragraphs.add(
            new Paragraph(span, Sheet.fold(text, span), new Paragraph.Layout(0, lone, false)));
        from = i + 1;
      }
    }
    return paragraphs;
  }

  /** Whether a paragraph that began with line {@code from} ends with line {@code i}. */
  private boolean ends(List<Line> lines, int i, int from, Style style) {
    Line line = lines.get(i);
    Line next = lines.get(i + 1);
    if (next.afterBlank) {
      return true;
    }
    if (i == from && opens(lines, i, style)) {
      return false;
    }
    if (i + 2 < lines.size() && opens(lines, i + 1, style)) {
      return true;
    }
    boolean goesOn = Character.isLowerCase(next.first()) && !line.endsSentence();
    if (goesOn || style.width == 0) {
      return !goesOn;
    }
    boolean unbroken = line.length() > style.width || next.length() > style.width * 5 / 4;
    return line.length() > style.width * 5 / 4
        || (line.endsSentence() && unbroken)
        || line.length() + 1 + next.firstWord < style.leastFull
        || heads.isHeadLine(next.text)
        || heads.isHeadLine(line.text);
  }

  /** Whether a line is the lone first word of a paragraph ("The⏎United States"). */
  private boolean opens(List<Line> lines, int i, Style style) {
    Line line = lines.get(i);
    Line next = lines.get(i + 1);
    if (!line.isLone() || next.afterBlank || line.endsSentence()) {
      return false;
    }
    if (next.isLone()) {
      return style.loneWords >= LONE_STYLE && Wording.isAllCapitals(line.text + next.text);
    }
    char last = line.text.charAt(line.text.length() - 1);
    if (Character.isLowerCase(line.first()) || last == ':' || last == '-') {
      return false;
    }
    String word = line.text.toLowerCase(Locale.ROOT);
    boolean broken =
        Character.isLowerCase(next.first()) || next.first() == '&' || openers.contains(word);
    return broken || (style.loneWords >= LONE_STYLE && !heads.isHeadLine(line.text));
  }

  private static List<Line> lines(String text, Span region) {
    List<Line> lines = new ArrayList<>();
    boolean afterBlank = false;
    int from = region.start();
    for (int i = region.start(); i <= region.end(); i++) {
      if (i == region.end() || isBreak(text.charAt(i))) {
        Span span = new Span(from, i).strip(text);
        if (!span.isEmpty()) {
          lines.add(new Line(span, span.in(text), afterBlank));
          afterBlank = false;
        } else if (i < region.end()
            && !(text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
          afterBlank = true;
        }
        from = i + 1;
      }
    }
    return lines;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
  }

  private static final class Line {
    final Span span;
    final String text;
    final boolean afterBlank;
    final int firstWord;

    Line(Span span, String text, boolean afterBlank) {
      this.span = span;
      this.text = text;
      this.afterBlank = afterBlank;
      int gap = text.indexOf(' ');
      this.firstWord = gap < 0 ? text.length() : gap;
    }

    int length() {
      return text.length();
    }

    char first() {
      return text.charAt(0);
    }

    boolean isLone() {
      return firstWord == text.length() && text.length() <= 24;
    }

    boolean endsSentence() {
      int end = text.length();
      while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      boolean initials = end > 2 && text.charAt(end - 1) == '.' && text.charAt(end - 3) == '.';
      return end > 0 && !initials && ".!?".indexOf(text.charAt(end - 1)) >= 0;
    }
  }

  /**
   * How a page breaks its lines.
   *
   * @param width length of its long lines, 0 where lines are not broken to a width
   * @param leastFull a line goes on only if it and the next word are at least this long together
   * @param loneWords how many lines hold a lone first word
   */
  private record Style(int width, int leastFull, int loneWords) {
    static Style of(List<Line> lines) {
      int[] lengths = new int[lines.size()];
      int[] full = new int[lines.size()];
      int n = 0;
      int lone = 0;
      for (int i = 0; i + 1 < lines.size(); i++) {
        Line line = lines.get(i);
        Line next = lines.get(i + 1);
        boolean starts = line.isLone() && !next.isLone() && !next.afterBlank;
        lone += starts && !line.endsSentence() && !Character.isLowerCase(line.first()) ? 1 : 0;
        boolean goesOn = Character.isLowerCase(next.first()) && !line.endsSentence();
        if (goesOn && !next.afterBlank && line.length() >= NARROWEST) {
          lengths[n] = line.length();
          full[n++] = line.length() + 1 + next.firstWord;
        }
      }
      // Ours: two lines that go on, and one in ten, make a page broken to a width.
      if (n < 2 || n * 10 < lines.size()) {
        return new Style(0, 0, lone);
      }
      Arrays.sort(lengths, 0, n);
      Arrays.sort(full, 0, n);
      return new Style(lengths[n * 9 / 10], full[n / 20], lone);
    }
  }
}
