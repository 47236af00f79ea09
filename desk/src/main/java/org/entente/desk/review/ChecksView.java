package org.entente.desk.review;

import java.util.List;
import org.entente.store.Checked;
import org.entente.store.ErrorRate;

/**
 * What the page of all checks shows.
 *
 * @param rate the published error rate
 * @param recent the last checks, the newest first
 */
public record ChecksView(ErrorRate rate, List<Checked> recent) {
  public ChecksView {
    recent = List.copyOf(recent);
  }
}
