package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.member.PostPath;
import org.entente.store.Post;
import org.entente.store.Version;

/**
 * A press review while it is written.
 *
 * @param post what it is
 * @param version what was saved last
 * @param blocks its parts in order
 * @param excerpts how much of each article it shows
 * @param versions all savings, newest first
 * @param shown the number of the one that the public sees; −1 when it sees none
 * @param standing how far it is on its way to readers
 * @param said what was just done; may be empty
 */
public record ComposerView(
    Post post,
    Version version,
    List<BlockView> blocks,
    Excerpts excerpts,
    List<Version> versions,
    int shown,
    StandingView standing,
    String said) {
  public ComposerView {
    blocks = List.copyOf(blocks);
    versions = List.copyOf(versions);
  }

  public String address() {
    return PostPath.of(post);
  }

  public String tags() {
    return String.join(", ", version.content().tags());
  }

  /** Whether the public sees something older than what was saved last. */
  public boolean isBehind() {
    return shown >= 0 && shown != version.number();
  }
}
