package org.entente.desk.review;

import java.util.Locale;
import org.entente.store.ErrorRate;

/** The error rate in a sentence. Pure functions. */
public final class RateWords {
  private RateWords() {}

  /** "Of 40 codings that people checked, 6 were wrong: 15 % (95 % interval 7–29 %)." */
  public static String of(ErrorRate rate) {
    if (!rate.known()) {
      return "Nobody checked any coding yet: the share of wrong ones is not known.";
    }
    String counted =
        String.format(
            Locale.ROOT,
            "Of %,d %s%s that people checked, %,d %s wrong: %.0f\u00a0%% (95\u00a0%% interval"
                + " %.0f–%.0f\u00a0%%).",
            rate.checked(),
            rate.checked() == 1 ? "coding" : "codings",
            rate.byChance() ? ", drawn by chance," : "",
            rate.wrong(),
            rate.wrong() == 1 ? "was" : "were",
            100 * rate.rate(),
            100 * rate.low(),
            100 * rate.high());
    return rate.byChance()
        ? counted.replace("codings, drawn", "codings drawn").replace("chance, that", "chance that")
        : counted + " Doubtful ones are checked first, so that the rate of all is likely lower.";
  }
}
