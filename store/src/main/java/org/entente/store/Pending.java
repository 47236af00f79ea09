package org.entente.store;

import java.util.List;
import java.util.Optional;
import org.entente.digest.Digest;
import org.entente.digest.DigestJson;
import org.entente.digest.Digested;
import org.jdbi.v3.core.Handle;

/**
 * How copies were coded whose text is not kept: it is needed when the text that they repeat is no
 * longer there.
 */
final class Pending {
  private static final DigestJson DIGESTS = new DigestJson();

  private final Handle handle;

  Pending(Handle handle) {
    this.handle = handle;
  }

  /**
   * A coding that waits.
   *
   * @param version that made it
   * @param digest with the excerpt that is kept of the text
   */
  record Coding(String version, Digest digest) {}

  void keep(long document, Digest digest, String version) {
    handle.execute(
        "UPDATE documents SET pending = ? WHERE id = ?",
        Words.clean(
            version + "\n" + DIGESTS.write(new Digested(digest.withContent(""), List.of()))),
        document);
  }

  Optional<Coding> of(long document) {
    return handle
        .select(
            "SELECT pending, content FROM documents WHERE id = ? AND pending IS NOT NULL", document)
        .map((rs, context) -> coding(rs.getString(1), rs.getString(2)))
        .findOne();
  }

  private static Coding coding(String pending, String content) {
    int end = pending.indexOf('\n');
    Digest digest = DIGESTS.read(pending.substring(end + 1)).digest();
    if (digest == null) {
      throw new IllegalStateException("a copy without a coding was kept");
    }
    return new Coding(pending.substring(0, end), digest.withContent(content));
  }
}
