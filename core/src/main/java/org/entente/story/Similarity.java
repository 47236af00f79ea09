package org.entente.story;

import java.util.stream.IntStream;

/** How similar two articles are, given what their terms have in common (docs/stories.md). */
final class Similarity {
  /** The fading of the first quarter of a year, worked out once. */
  private static final double[] FADED =
      IntStream.range(0, 92).mapToDouble(Similarity::faded).toArray();

  private Similarity() {}

  /**
   * The cosine, faded by the days between, less where both are short.
   *
   * @param days between them, 0 where both have none
   */
  static double of(double cosine, long days, int terms, int otherTerms) {
    double doubt = doubt(terms, otherTerms);
    return cosine * Math.pow(fading(Math.abs(days)), doubt) / doubt;
  }

  /** Two short texts are alike by chance more easily than two long ones: 1 for no doubt. */
  private static double doubt(double terms, double otherTerms) {
    return 1 + StorySettings.SHORT_DOUBT * (1 - Math.max(terms, otherTerms) / StorySettings.TERMS);
  }

  private static double fading(long days) {
    return days < FADED.length ? FADED[(int) days] : faded(days);
  }

  private static double faded(double days) {
    return StorySettings.TIMELESS
        + (1 - StorySettings.TIMELESS) * Math.exp(-days / StorySettings.FADING_DAYS);
  }
}
