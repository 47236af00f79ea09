package org.entente.export;

import org.entente.relation.Counting;
import org.jspecify.annotations.Nullable;

/** Why an event has no place in a layout of another data set. */
final class Refusal {
  private Refusal() {}

  /**
   * Data sets without a status take every row for a fact, so that only what counts as one may go
   * in.
   */
  static @Nullable String ofFact(ExportEvent event) {
    if (event.day() == null) {
      return "no day";
    }
    boolean counts = Counting.counts(event.type().code(), event.type().quad(), event.status());
    return counts ? null : "not reported as a fact: " + event.status().word();
  }

  /** The same for data sets whose rows all have a source and a target. */
  static @Nullable String ofDirectedFact(ExportEvent event) {
    String reason = ofFact(event);
    if (reason != null) {
      return reason;
    }
    return event.source() == null || event.target() == null ? "no source or no target" : null;
  }
}
