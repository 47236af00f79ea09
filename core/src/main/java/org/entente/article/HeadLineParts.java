package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Span;
import org.entente.text.Vocabulary;
import org.entente.time.PrintedDates;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of an article's head: dates, bylines, outlets, alone or several on one line.
 * Words come from {@code outlets.txt}, {@code outlet-words.txt}, {@code bylines.txt} and {@code
 * head-words.txt}. Immutable and thread-safe.
 */
final class HeadLineParts {
  /** Ours: longer lines are sentences that name a day. */
  private static final int MOST_WORDS = 14;

  private static final String SEPARATORS = ",|•·–—/;()[]\n";

  private final PrintedDates dates;
  private final Set<String> outlets = set("outlets.txt");
  private final Set<String> outletWords = set("outlet-words.txt");
  private final List<String> bylines = Vocabulary.of(HeadLineParts.class, "bylines.txt");
  private final Set<String> fillers = set("head-words.txt");

  HeadLineParts(PrintedDates dates) {
    this.dates = dates;
  }

  private static Set<String> set(String file) {
    return new HashSet<>(Vocabulary.of(HeadLineParts.class, file));
  }

  boolean isHeadLine(String line) {
    return !parts(line, new Span(0, line.length())).isEmpty();
  }

  /** The parts of a head line, empty where the region is no head line through and through. */
  List<HeadPart> parts(CharSequence text, Span region) {
    if (region.length() > 160 || words(Sheet.fold(text, region)) > MOST_WORDS) {
      return List.of();
    }
    List<HeadPart> parts = new ArrayList<>();
    int from = region.start();
    for (PrintedDates.Found date : dates.find(text, region)) {
      if (!rest(text, new Span(from, date.span().start()), parts)) {
        return List.of();
      }
      parts.add(new HeadPart(HeadPart.Kind.DATE, date.span(), date.value(), date.rule()));
      from = date.span().end();
    }
    return rest(text, new Span(from, region.end()), parts) ? parts : List.of();
  }

  /** Splits what stands around a date; false where a piece is neither head part nor filler. */
  private boolean rest(CharSequence text, Span region, List<HeadPart> parts) {
    int from = region.start();
    for (int i = region.start(); i <= region.end(); i++) {
      boolean cut =
          i == region.end()
              || SEPARATORS.indexOf(text.charAt(i)) >= 0
              || (text.charAt(i) == '-' && i > from && text.charAt(i - 1) == ' ');
      if (cut) {
        if (!piece(text, new Span(from, i).strip(text), parts)) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private boolean piece(CharSequence text, Span region, List<HeadPart> parts) {
    String lower = Sheet.fold(text, region).toLowerCase(Locale.ROOT);
    if (isFiller(lower)) {
      return true;
    }
    HeadPart author = author(text, region, lower);
    HeadPart part = author != null ? author : outlet(text, region, lower);
    if (part != null) {
      parts.add(part);
    }
    return part != null;
  }

  /** Only words and figures that stand around dates: "Published", "10:32", "GMT". */
  private boolean isFiller(String lower) {
    for (String word : lower.split("[^\\p{L}]+", -1)) {
      if (!word.isEmpty() && !fillers.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable HeadPart author(CharSequence text, Span region, String lower) {
    for (String by : bylines) {
      boolean begins = lower.startsWith(by + " ") && lower.length() > by.length() + 3;
      if (begins) {
        Span name = new Span(region.start() + by.length(), region.end()).strip(text);
        boolean named = name.length() > 0 && Character.isUpperCase(text.charAt(name.start()));
        return named && words(lower) <= 8 && !lower.endsWith(".")
            ? new HeadPart(HeadPart.Kind.AUTHOR, name, null, "byline")
            : null;
      }
    }
    return null;
  }

  private @Nullable HeadPart outlet(CharSequence text, Span region, String lower) {
    Span span = region;
    String name = lower;
    for (String lead : List.of("source:", "via ", "from ", "quelle:", "fuente:", "источник:")) {
      if (name.startsWith(lead)) {
        span = new Span(span.start() + lead.length(), span.end()).strip(text);
        name = Sheet.fold(text, span).toLowerCase(Locale.ROOT);
      }
    }
    String bare = name.startsWith("the ") ? name.substring(4) : name;
    if (outlets.contains(name) || outlets.contains(bare)) {
      return new HeadPart(HeadPart.Kind.OUTLET, span, null, "outlet.known");
    }
    return span.length() > 0 && isTitled(Sheet.fold(text, span)) && namesPaper(bare)
        ? new HeadPart(HeadPart.Kind.OUTLET, span, null, "outlet.shape")
        : null;
  }

  private boolean namesPaper(String lower) {
    String[] words = lower.split(" ", -1);
    if (words.length < 2 || words.length > 5) {
      return false;
    }
    return outletWords.contains(words[0]) || outletWords.contains(words[words.length - 1]);
  }

  private static boolean isTitled(String name) {
    for (String word : name.split(" ", -1)) {
      boolean small =
          word.length() <= 3 && !word.isEmpty() && Character.isLowerCase(word.charAt(0));
      if (!small && (word.isEmpty() || !Character.isUpperCase(word.charAt(0)))) {
        return false;
      }
    }
    char last = name.charAt(name.length() - 1);
    return Character.isLetterOrDigit(last);
  }

  static int words(String folded) {
    int words = folded.isEmpty() ? 0 : 1;
    for (int i = 0; i < folded.length(); i++) {
      words += folded.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }
}
