package org.entente.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** One line on a terminal that counts documents while they are coded; silent elsewhere. */
final class Progress {
  private static final long EVERY = 250_000_000L;

  private final PrintWriter err;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long last = start;
  private int count;

  Progress(PrintWriter err, boolean wanted) {
    this.err = err;
    this.shown = wanted && System.console() != null && System.console().isTerminal();
  }

  void step() {
    count++;
    long now = System.nanoTime();
    if (shown && now - last > EVERY) {
      last = now;
      show("\r");
    }
  }

  void finish() {
    if (shown) {
      show("\r");
      err.println();
    }
  }

  private void show(String before) {
    double seconds = (System.nanoTime() - start) / 1e9;
    err.print(
        before
            + String.format(Locale.ROOT, "%,d documents, %.0f a second ", count, count / seconds));
    err.flush();
  }
}
