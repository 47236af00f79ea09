package org.entente.relation;

/**
 * The smallest count, at least 1, whose tail probability is no more than a level. The tail falls as
 * the count grows, so the search goes from where the model believes it in growing steps, and then
 * halves: a good belief costs two probabilities.
 */
final class RareFrom {
  /** No count is looked at beyond. */
  static final int MOST = 1 << 30;

  private final Prediction prediction;
  private final double level;

  private RareFrom(Prediction prediction, double level) {
    this.prediction = prediction;
    this.level = level;
  }

  static int of(Prediction prediction, double level) {
    int near = Math.clamp(prediction.near(level), 1, MOST);
    RareFrom search = new RareFrom(prediction, level);
    return search.isRare(near) ? search.down(near) : search.up(near);
  }

  private boolean isRare(int count) {
    return prediction.tail(count) <= level;
  }

  private int down(int rare) {
    int high = rare;
    for (int step = 1; high - step > 0; step *= 2) {
      if (!isRare(high - step)) {
        return between(high - step, high);
      }
      high -= step;
    }
    return between(0, high);
  }

  private int up(int usual) {
    int low = usual;
    for (int step = 1; low < MOST - step; step *= 2) {
      if (isRare(low + step)) {
        return between(low, low + step);
      }
      low += step;
    }
    return between(low, MOST);
  }

  private int between(int usual, int rare) {
    int low = usual;
    int high = rare;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (isRare(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
