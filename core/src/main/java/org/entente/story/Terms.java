package org.entente.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Vocabulary;

/**
 * The words of a text as stories compare them: lower case, without function words, endings of
 * inflection stripped. A stem need not be a word; it only has to be the same for the forms of one.
 */
final class Terms {
  private static final Set<String> FUNCTION_WORDS =
      new HashSet<>(Vocabulary.of(Terms.class, "function-words.txt"));

  /** Shorter stems than these hold too many words. */
  private static final int SHORTEST_STEM = 3;

  private Terms() {}

  /** The terms in reading order. */
  static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    for (String word : words(text)) {
      String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      if (plain.length() > 1 && !FUNCTION_WORDS.contains(plain)) {
        terms.add(stem(plain));
      }
    }
    return terms;
  }

  /** All words in lower case: runs of letters and digits, with what follows an apostrophe. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int length = text.length();
    for (int i = 0; i < length; ) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = end(text, i);
      if (end + 1 < length && isApostrophe(text.charAt(end)) && isLetter(text, end + 1)) {
        end = end(text, end + 1);
      }
      words.add(text.substring(i, end).replace('’', '\'').toLowerCase(Locale.ROOT));
      i = end;
    }
    return words;
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isLetter(String text, int at) {
    return Character.isLetter(text.charAt(at));
  }

  static String stem(String word) {
    if (word.length() > 4 && isLetters(word)) {
      for (String ending : new String[] {"ies", "sses", "ing", "ed", "es", "s"}) {
        if (word.endsWith(ending)) {
          return without(word, ending);
        }
      }
    }
    return word.length() > 4 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
  }

  private static String without(String word, String ending) {
    if (ending.equals("s") && (word.endsWith("us") || word.endsWith("is") || word.endsWith("ss"))) {
      return word;
    }
    String kept = ending.equals("ies") ? "y" : ending.equals("sses") ? "ss" : "";
    String stem = word.substring(0, word.length() - ending.length()) + kept;
    if (stem.length() < SHORTEST_STEM || !hasVowel(stem)) {
      return word;
    }
    int last = stem.length() - 1;
    boolean verb = ending.equals("ing") || ending.equals("ed");
    if (verb && last > 2 && isDoubled(stem, last)) {
      return stem.substring(0, last);
    }
    return stem.length() > 4 && stem.endsWith("e") ? stem.substring(0, last) : stem;
  }

  /** "stopped" is "stop", but "called" is "call", "passed" "pass", "buzzed" "buzz". */
  private static boolean isDoubled(String stem, int last) {
    char c = stem.charAt(last);
    return c == stem.charAt(last - 1) && "lsz".indexOf(c) < 0;
  }

  private static boolean hasVowel(String stem) {
    return stem.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }
}
