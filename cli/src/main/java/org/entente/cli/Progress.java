package org.entente.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that counts documents while they are coded; silent elsewhere. */
final class Progress {
  private static final long EVERY = 250_000_000L;
  private static final int WIDTH = 24;

  private final PrintWriter err;
  private final boolean shown;
  private final long total;
  private final long start = System.nanoTime();
  private long last = start;
  private int count;

  /**
   * @param total documents to come, 0 where nobody knows
   */
  Progress(PrintWriter err, boolean wanted, long total) {
    this.err = err;
    this.total = total;
    this.shown = wanted && System.console() != null && System.console().isTerminal();
  }

  void step() {
    count++;
    long now = System.nanoTime();
    if (shown && now - last > EVERY) {
      last = now;
      show(now);
    }
  }

  void finish() {
    if (shown) {
      show(System.nanoTime());
      err.println();
    }
  }

  private void show(long now) {
    err.print("\r" + line(count, total, (now - start) / 1e9) + " ");
    err.flush();
  }

  /** What is shown after so many documents and seconds. */
  static String line(long count, long total, double seconds) {
    double rate = count / Math.max(seconds, 1e-9);
    if (total <= 0) {
      return String.format(Locale.ROOT, "%,d documents, %.0f a second", count, rate);
    }
    double share = Math.min(1, (double) count / total);
    int full = (int) Math.round(share * WIDTH);
    double left = rate > 0 ? Math.max(0, total - count) / rate : 0;
    return String.format(
        Locale.ROOT,
        "%s%s %3.0f %%  %,d of %,d, %.0f a second, %d:%02d left",
        "█".repeat(full),
        "░".repeat(WIDTH - full),
        100 * share,
        count,
        total,
        rate,
        (long) left / 60,
        (long) left % 60);
  }
}
