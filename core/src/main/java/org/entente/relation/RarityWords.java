package org.entente.relation;

import java.util.Locale;
import java.util.stream.Collectors;

/** Says a rarity in sentences. */
final class RarityWords {
  private RarityWords() {}

  static String of(Rarity rarity) {
    StringBuilder words = new StringBuilder(verdict(rarity)).append(counted(rarity));
    Forecast forecast = rarity.forecast();
    if (forecast != null) {
      words.append(expected(forecast, rarity));
    }
    if (!rarity.bin().isGap()) {
      words.append(standing(rarity));
    }
    return words.append(coverage(rarity)).toString();
  }

  private static String verdict(Rarity rarity) {
    Doubt doubt = rarity.doubt();
    return switch (rarity.verdict()) {
      case RARE -> "Rare. ";
      case NOT_RARE -> "Not rare. ";
      case CANNOT_BE_TOLD ->
          "Cannot be told" + (doubt == null ? "" : ": " + doubt.words(rarity.grain())) + ". ";
    };
  }

  private static String counted(Rarity rarity) {
    return rarity.bin().isGap()
        ? name(rarity, rarity.bin()) + " is a gap, not calm."
        : name(rarity, rarity.bin()) + " has " + events(rarity.bin().events());
  }

  private static String expected(Forecast forecast, Rarity rarity) {
    return String.format(
        Locale.ROOT,
        ", where %s were to be expected (between %s and %s). So many or more come by chance in %s of"
            + " %ss; rare is from %d on.",
        figure(forecast.expected()),
        figure(forecast.low()),
        figure(forecast.high()),
        percent(forecast.tail(rarity.model())),
        rarity.grain().noun(),
        forecast.rareFrom());
  }

  private static String standing(Rarity rarity) {
    String end = rarity.forecast() == null ? "." : "";
    if (rarity.bin().events() == 0) {
      return end;
    }
    String nearest =
        rarity.asHigh().isEmpty()
            ? " No earlier one there is as high."
            : " As high before: "
                + rarity.asHigh().stream()
                    .map(r -> name(rarity, r) + " (" + r.events() + ")")
                    .collect(Collectors.joining(", "))
                + ".";
    String rank = ordinal(rarity.rank()) + " of " + (rarity.covered() + 1) + " ";
    return end + " It ranks " + rank + rarity.grain().noun() + "s." + nearest;
  }

  private static String coverage(Rarity rarity) {
    return String.format(
        Locale.ROOT,
        " Of the %d %ss before it %d were read (%.0f %%).",
        rarity.past(),
        rarity.grain().noun(),
        rarity.covered(),
        100 * rarity.share());
  }

  private static String name(Rarity rarity, Panel.Row row) {
    return rarity.grain().name(row.start());
  }

  private static String events(int count) {
    return count + (count == 1 ? " event" : " events");
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.1f", value);
  }

  private static String percent(double tail) {
    return tail < 0.0001 ? "below 0.01 %" : String.format(Locale.ROOT, "%.2g %%", 100 * tail);
  }

  /** 1st, 2nd, 3rd, 4th, 11th, 21st. */
  static String ordinal(int number) {
    int last = number % 100 / 10 == 1 ? 0 : number % 10;
    return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
  }
}
