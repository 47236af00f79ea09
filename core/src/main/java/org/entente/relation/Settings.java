package org.entente.relation;

/**
 * What counts as rare, and how much coverage an answer needs.
 *
 * @param window bins of the past that are looked at
 * @param level tail probability from which a bin is rare; 0.01: one quiet bin in a hundred is
 * @param leastPast covered bins needed in the past; 26 (half a year of weeks) is the shortest past
 *     whose false alarms were simulated, see docs/rarity.md
 * @param leastShare share of the window that must be covered; one half: what was read outweighs
 *     what was not
 * @param farthestExposure how many times more or less than the median past bin the tested one may
 *     have been read; 10, beyond which counts are not believed to be proportional to what was read
 * @param leastEvents events that a rare bin must have; 3, since with seven triples in ten right
 *     (docs/accuracy.md) all of three are wrong in one bin of forty
 * @param model whose tail probability decides
 */
public record Settings(
    int window,
    double level,
    int leastPast,
    double leastShare,
    double farthestExposure,
    int leastEvents,
    Model model) {
  public Settings {
    if (leastPast < 3 || window < leastPast) {
      throw new IllegalArgumentException(
          "window " + window + " and least past " + leastPast + " must be 3 or more, in order");
    }
    if (!(level > 0 && level < 0.5)) {
      throw new IllegalArgumentException("level " + level + " is not within 0..0.5");
    }
    if (!(leastShare >= 0 && leastShare <= 1)) {
      throw new IllegalArgumentException("least share " + leastShare + " is not within 0..1");
    }
    if (!(farthestExposure >= 1)) {
      throw new IllegalArgumentException("farthest exposure " + farthestExposure + " is below 1");
    }
    if (leastEvents < 1) {
      throw new IllegalArgumentException("least events " + leastEvents + " are below 1");
    }
  }

  /** A year of days, two years of weeks or five of months, at one in a hundred. */
  public static Settings of(Grain grain) {
    int window =
        switch (grain) {
          case DAY -> 365;
          case WEEK -> 104;
          case MONTH -> 60;
        };
    return new Settings(window, 0.01, 26, 0.5, 10, 3, Model.NEGATIVE_BINOMIAL);
  }

  public Settings withWindow(int bins) {
    return new Settings(bins, level, leastPast, leastShare, farthestExposure, leastEvents, model);
  }

  public Settings withLevel(double tail) {
    return new Settings(window, tail, leastPast, leastShare, farthestExposure, leastEvents, model);
  }

  public Settings withModel(Model other) {
    return new Settings(window, level, leastPast, leastShare, farthestExposure, leastEvents, other);
  }
}
