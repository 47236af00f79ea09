package org.entente.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as text of one length, so that the order of the text is that of time. */
final class Moments {
  private Moments() {}

  static String text(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String now(Clock clock) {
    return text(clock.instant());
  }

  static @Nullable Instant moment(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
