package org.entente.store;

/**
 * How many of the events that people checked the machine had coded wrong: in the code, the status
 * or an actor, or by coding an event where there is none. Checked events count as corrected; the
 * rate tells of those that nobody checked.
 *
 * @param checked events that people checked
 * @param wrong those of them that were changed or rejected
 * @param byChance whether all of them were drawn by chance; when not, doubtful ones are among them
 *     and the rate is higher than that of all
 */
public record ErrorRate(int checked, int wrong, boolean byChance) {
  /** The 97.5 % point of the normal distribution. */
  private static final double Z = 1.959963984540054;

  public ErrorRate {
    if (wrong < 0 || wrong > checked) {
      throw new IllegalArgumentException(wrong + " wrong of " + checked + " checked");
    }
  }

  /** Whether anything was checked at all. */
  public boolean known() {
    return checked > 0;
  }

  /** 0 to 1; 0 when nothing was checked. */
  public double rate() {
    return known() ? (double) wrong / checked : 0;
  }

  /** The lower end of the 95 % interval of Wilson (1927); 0 when nothing was checked. */
  public double low() {
    return known() ? Math.max(0, middle() - half()) : 0;
  }

  /** The upper end; 1 when nothing was checked. */
  public double high() {
    return known() ? Math.min(1, middle() + half()) : 1;
  }

  private double middle() {
    return (rate() + Z * Z / (2 * checked)) / (1 + Z * Z / checked);
  }

  private double half() {
    double spread = rate() * (1 - rate()) / checked + Z * Z / (4.0 * checked * checked);
    return Z * Math.sqrt(spread) / (1 + Z * Z / checked);
  }
}
