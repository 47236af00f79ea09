package org.entente.article;

import java.util.Locale;
import java.util.Set;

/** What the words of a paragraph show, independent of where it stands. */
final class Wording {
  private static final Set<String> FIRST_PERSON =
      Set.of(
          "i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "we", "we're", "we've", "our",
          "us", "you", "your", "let's");
  private static final Set<String> SINGULAR = Set.of("i", "i'm", "i've", "i'd", "i'll", "my");

  /** Ours: the longest headline that we have seen in the wild has 24 words. */
  private static final int LONGEST_HEADLINE = 25;

  private Wording() {}

  /** Whether a paragraph could be a headline or a sub-heading by its words alone. */
  static boolean isTitle(Paragraph p) {
    if (p.layout.heading() > 0) {
      return p.words <= 2 * LONGEST_HEADLINE;
    }
    char first = p.text.charAt(0);
    boolean opens = Character.isUpperCase(first) || Character.isDigit(first) || isQuote(first);
    return opens
        && p.words <= (p.endsSentence() ? 16 : LONGEST_HEADLINE)
        && !p.endsClosed()
        && p.text.codePoints().anyMatch(Character::isLetter)
        && !isQuoted(p.text)
        && !holdsTwoSentences(p.text);
  }

  /** Whether somebody speaks of himself or to the reader, quotations aside. */
  static boolean isPersonal(Paragraph p) {
    return hasWord(p.text, FIRST_PERSON);
  }

  /** Whether somebody says I, quotations aside. */
  static boolean isSingular(Paragraph p) {
    return hasWord(p.text, SINGULAR);
  }

  static boolean isAllCapitals(String text) {
    boolean letters = false;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      letters |= Character.isLetter(text.charAt(i));
    }
    return letters;
  }

  static boolean isQuote(char c) {
    return "\"“”„«»'‘’".indexOf(c) >= 0;
  }

  /** One quotation from end to end. */
  static boolean isQuoted(String text) {
    return text.length() > 2
        && isQuote(text.charAt(0))
        && isQuote(text.charAt(text.length() - 1))
        && text.charAt(0) != '\''
        && quotes(text) <= 2;
  }

  private static int quotes(String text) {
    int quotes = 0;
    for (int i = 0; i < text.length(); i++) {
      quotes += "\"“”„«»".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    return quotes;
  }

  /** A sentence's end followed by another one's beginning; initials and short titles aside. */
  private static boolean holdsTwoSentences(String text) {
    for (int i = 3; i + 2 < text.length(); i++) {
      boolean end =
          ".?!".indexOf(text.charAt(i)) >= 0
              && text.charAt(i + 1) == ' '
              && Character.isUpperCase(text.charAt(i + 2));
      boolean longWord = Character.isLowerCase(text.charAt(i - 1)) && text.charAt(i - 3) != ' ';
      if (end && (longWord || text.charAt(i) != '.')) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(String text, Set<String> wanted) {
    boolean quoted = false;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c) || ((c == '\'' || c == '’') && word.length() > 0)) {
        word.append(c == '’' ? '\'' : c);
      } else {
        boolean abbreviated = (c == '.' && word.length() <= 2) || word.toString().equals("US");
        if (!quoted && !abbreviated && wanted.contains(word.toString().toLowerCase(Locale.ROOT))) {
          return true;
        }
        word.setLength(0);
        quoted = "\"“”„«»".indexOf(c) >= 0 ? !quoted : quoted;
      }
    }
    return false;
  }
}
