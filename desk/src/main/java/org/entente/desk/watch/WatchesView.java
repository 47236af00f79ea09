package org.entente.desk.watch;

import java.util.List;
import org.entente.store.StoredWatch;

/**
 * What the page of watches shows.
 *
 * @param watches those of the reader; an administrator sees all
 * @param wanted what the form holds
 * @param mails how mails are sent, in words
 */
public record WatchesView(List<Line> watches, Form wanted, String mails) {
  public WatchesView {
    watches = List.copyOf(watches);
  }

  /**
   * @param watch the watch
   * @param looksFor what it looks for, in words
   */
  public record Line(StoredWatch watch, String looksFor) {}

  /** The fields of the form as they were given. */
  public record Form(String name, String words, String a, String b, String code) {}
}
