package org.entente.parse;

/**
 * Groups tokens into sentences. A stop, question or exclamation mark, with the quotes and brackets
 * that close after it, ends a sentence when what follows can begin one; an abbreviation's stop does
 * so only before a word that usually begins one. Over-long stretches are cut at {@link #LONGEST}
 * tokens, at a semicolon or comma where one is near.
 *
 * <p>Linear in the number of tokens. Stateless and thread-safe.
 */
final class SentenceSplitter {
  /**
   * No sentence is longer. Sentences of edited news stay below 120 tokens; the bound keeps trees
   * and memory small on text without stops.
   */
  static final int LONGEST = 200;

  private final WordList starters;
  private final WordList titles;

  /**
   * @param starters lower-case words that, capitalised, begin a sentence after an abbreviation
   *     ("the", "he", "but")
   * @param titles lower-case abbreviations that a name follows ("mr", "gen"), which never end a
   *     sentence
   */
  SentenceSplitter(WordList starters, WordList titles) {
    this.starters = starters;
    this.titles = titles;
  }

  /** The index after the last token of the sentence that begins at token {@code first}. */
  int end(String text, Tokenizer.Tokens tokens, int first) {
    int limit = Math.min(tokens.count, first + LONGEST);
    for (int i = first; i < limit; i++) {
      if (ends(text, tokens, i)) {
        int end = closers(text, tokens, i + 1);
        if (end == tokens.count || begins(text, tokens, i, end)) {
          return Math.min(end, tokens.count);
        }
      }
    }
    return limit == tokens.count ? limit : cut(text, tokens, first, limit);
  }

  private static int cut(String text, Tokenizer.Tokens tokens, int first, int limit) {
    for (int i = limit - 1; i > first + LONGEST / 2; i--) {
      char c = text.charAt(tokens.starts[i]);
      if (c == ';' || c == ',') {
        return i + 1;
      }
    }
    return limit;
  }

  private static boolean ends(String text, Tokenizer.Tokens tokens, int i) {
    char c = text.charAt(tokens.ends[i] - 1);
    return c == '.' || c == '?' || c == '!' || c == '\u2026' || c == '\u3002';
  }

  private static int closers(String text, Tokenizer.Tokens tokens, int i) {
    int k = i;
    while (k < tokens.count && isCloser(text, tokens, k)) {
      k++;
    }
    return k;
  }

  private static boolean isCloser(String text, Tokenizer.Tokens tokens, int k) {
    char c = text.charAt(tokens.starts[k]);
    if (c == ')' || c == ']' || c == '\u201D' || c == '\u00BB') {
      return true;
    }
    boolean quote = c == '"' || c == '\'' || c == '\u2019';
    return quote
        && tokens.ends[k] - tokens.starts[k] <= 2
        && tokens.starts[k] == tokens.ends[k - 1];
  }

  /** Whether a sentence can begin at token {@code next}, after the stop of token {@code stop}. */
  private boolean begins(String text, Tokenizer.Tokens tokens, int stop, int next) {
    int first = next;
    while (first < tokens.count && !isWord(text, tokens, first)) {
      first++;
    }
    if (first == tokens.count) {
      return false;
    }
    char c = text.charAt(tokens.starts[first]);
    if (Character.isLowerCase(c)) {
      return false;
    }
    int length = tokens.ends[stop] - tokens.starts[stop];
    boolean plainStop = length == 1 || !Character.isLetter(text.charAt(tokens.starts[stop]));
    if (plainStop) {
      return tokens.ends[stop] < tokens.starts[next]
          || next > stop + 1
          || text.charAt(tokens.ends[stop] - 1) != '.';
    }
    return afterAbbreviation(text, tokens, stop, first);
  }

  private boolean afterAbbreviation(String text, Tokenizer.Tokens tokens, int stop, int first) {
    String abbreviation = text.substring(tokens.starts[stop], tokens.ends[stop] - 1);
    if (titles.contains(abbreviation) || abbreviation.length() == 1) {
      return false;
    }
    return tokens.ends[first] - tokens.starts[first] <= WordList.LONGEST
        && starters.contains(text, tokens.starts[first], tokens.ends[first]);
  }

  private static boolean isWord(String text, Tokenizer.Tokens tokens, int i) {
    return Character.isLetterOrDigit(text.charAt(tokens.starts[i]));
  }
}
