package org.entente.story;

/**
 * The numbers of grouping. Where each comes from stands in docs/stories.md: all were chosen on
 * halves of the clusters of a development set, as the middle of a range in which the measure hardly
 * moves.
 */
final class StorySettings {
  /** An article as similar as this to a story belongs to it. */
  static final double SAME_STORY = 0.155;

  /** Articles that share fewer telling terms are not about one thing: a name alone is none. */
  static final int SHARED_TERMS = 4;

  /** An article of hardly any terms must be 1 + this times as similar as one of all. */
  static final double SHORT_DOUBT = 1;

  /** What is left of similarity between articles that lie far apart in time. */
  static final double TIMELESS = 0.6;

  /** In how many days the rest fades to 1/e. */
  static final double FADING_DAYS = 30;

  /** A word of the headline counts as so many in the body. */
  static final int HEADLINE = 3;

  /** Most telling terms kept of an article. */
  static final int TERMS = 100;

  /** Above 1 rare words count more than their inverse document frequency says. */
  static final double RARITY_POWER = 1.2;

  /** This share of the shorter text's shingles in the longer makes a copy. */
  static final double COPY = 0.45;

  /**
   * Copies are at least as similar as this: what two articles share beside it is a notice of rights
   * or a greeting.
   */
  static final double COPY_SIMILARITY = 0.2;

  /** Days within which a copy appears: later the same words tell of another happening. */
  static final int COPY_DAYS = 14;

  /** A text that many times as long is no copy, though it holds the shorter one. */
  static final double LONGER = 4;

  /** Days before and after an article in which its story is looked for. */
  static final int REACH_DAYS = 730;

  /** Most articles that one is compared with; where news are dense, the days become fewer. */
  static final int REACH_ARTICLES = 10_000;

  private StorySettings() {}
}
