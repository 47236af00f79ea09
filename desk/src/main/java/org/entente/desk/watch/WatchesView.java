package org.entente.desk.watch;

import java.util.List;
import org.entente.store.StoredWatch;

/**
 * What the page of watches shows.
 *
 * @param watches those of the reader; an administrator sees all
 * @param wanted what the form holds
 * @param outlets what can be chosen
 * @param mails how mails are sent, in words
 */
public record WatchesView(
    List<Line> watches, WatchFields wanted, List<String> outlets, String mails) {
  public WatchesView {
    watches = List.copyOf(watches);
    outlets = List.copyOf(outlets);
  }

  /**
   * @param watch the watch
   * @param looksFor what it looks for, in words
   * @param waits whether its mail address waits for confirmation
   */
  public record Line(StoredWatch watch, String looksFor, boolean waits) {}
}
