package org.entente.archive;

import java.util.Arrays;
import java.util.Locale;
import org.entente.text.Span;

/**
 * What an article's words look like, so that copies are found without comparing all with all:
 * MinHash (Broder 1997) over runs of five words.
 */
final class Fingerprint {
  /** Values of a signature: an estimate of .8 has a standard error of .08. */
  static final int SIZE = 24;

  /**
   * Values that must all agree for two articles to be compared: with six bands of four a pair that
   * shares .8 of its runs is met in .96 of cases, one that shares .4 in .14.
   */
  static final int BAND = 4;

  /**
   * Words of a run: the usual length for news text (Broder's is 10 for pages, 5 catches cut
   * copies).
   */
  private static final int RUN = 5;

  /** Ours: of shorter articles only the very same text is a copy. */
  private static final int LEAST_RUNS = 30;

  private Fingerprint() {}

  /** The signature of the paragraphs; empty where there are too few words. */
  static long[] of(String text, Iterable<Span> paragraphs) {
    long[] least = new long[SIZE];
    Arrays.fill(least, Long.MAX_VALUE);
    long[] words = new long[RUN];
    int seen = 0;
    for (Span paragraph : paragraphs) {
      for (String word :
          paragraph.in(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
        if (!word.isEmpty()) {
          words[seen++ % RUN] = hash(word);
          if (seen >= RUN) {
            lower(least, run(words, seen));
          }
        }
      }
    }
    return seen < LEAST_RUNS + RUN ? new long[0] : least;
  }

  private static long run(long[] words, int seen) {
    long run = 0;
    for (int i = 0; i < RUN; i++) {
      run = mix(run * 31 + words[(seen + i) % RUN]);
    }
    return run;
  }

  private static void lower(long[] least, long run) {
    long value = run;
    for (int i = 0; i < SIZE; i++) {
      value = mix(value + 0x9E3779B97F4A7C15L);
      if (value < least[i]) {
        least[i] = value;
      }
    }
  }

  private static long hash(String word) {
    long hash = 0xCBF29CE484222325L; // FNV-1a
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    y = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return y ^ (y >>> 31);
  }
}
