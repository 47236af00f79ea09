package org.entente.store;

/**
 * How much of an article a review may show without its author saying that it may be more. No law
 * names such numbers; they are a rule of the house.
 *
 * @param words at most so many, 1 to 100,000
 * @param percent and at most so much of the article, 1 to 100
 */
public record ExcerptLimit(int words, int percent) {
  /** A short passage in most people's eyes, and never the greater part of a piece. */
  public static final ExcerptLimit STANDARD = new ExcerptLimit(250, 50);

  private static final int MOST_WORDS = 100_000;
  private static final String BETWEEN = " words and ";

  /**
   * @throws IllegalArgumentException with a sentence for whoever sets it
   */
  public ExcerptLimit {
    if (words < 1 || words > MOST_WORDS || percent < 1 || percent > 100) {
      throw new IllegalArgumentException(
          "The limit of excerpts is 1 to 100000 words and 1 to 100 per cent of an article.");
    }
  }

  static ExcerptLimit of(String text) {
    String[] parts = text.replace(" %", "").split(BETWEEN, 2);
    return new ExcerptLimit(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /** As a reader is told: "250 words and 50 %". */
  @Override
  public String toString() {
    return words + BETWEEN + percent + " %";
  }
}
