package org.entente.desk.watch;

import java.util.List;
import org.entente.store.StoredWatch;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one watch shows.
 *
 * @param watch the watch
 * @param looksFor what it looks for, in words
 * @param items what it found last, the newest first
 * @param sendings the last sendings, the newest first
 * @param mails how mails are sent, in words
 * @param waiting when its mail address waits for confirmation, or null
 * @param mine whether the reader made it
 */
public record WatchView(
    StoredWatch watch,
    String looksFor,
    List<StoredWatch.Item> items,
    List<StoredWatch.Sending> sendings,
    String mails,
    @Nullable Waiting waiting,
    boolean mine) {
  public WatchView {
    items = List.copyOf(items);
    sendings = List.copyOf(sendings);
  }

  /** What a receiver checks the signature with, as Standard Webhooks writes it. */
  public String secret() {
    return "whsec_" + watch.to().secret();
  }
}
