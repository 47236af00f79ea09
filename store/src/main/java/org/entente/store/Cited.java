package org.entente.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The texts that clips point into. Thread-safe. */
public final class Cited {
  private final Store store;

  public Cited(Store store) {
    this.store = store;
  }

  /**
   * The article that a clip was cut from.
   *
   * @param id its key, or 0 when it is in no article
   * @param text the whole article as it stands in its document
   */
  public record Around(long id, String text) {}

  /** The text of a hash, where the store has it. */
  public Optional<String> text(String sha256) {
    return store.read(h -> text(h, sha256));
  }

  static Optional<String> text(Handle h, String sha256) {
    return h.select("SELECT content FROM documents WHERE sha256 = ? ORDER BY id LIMIT 1", sha256)
        .mapTo(String.class)
        .findOne()
        .or(() ->
            h.select("SELECT content FROM cited_texts WHERE sha256 = ?", sha256)
                .mapTo(String.class)
                .findOne());
  }

  static void keep(Handle h, String sha256, String text) {
    if (text(h, sha256).isEmpty()) {
      h.execute("INSERT INTO cited_texts (sha256, content) VALUES (?, ?)", sha256, text);
    }
  }

  /** The hash of an article's document. */
  public String hash(StoredArticle article) {
    return store.read(h ->
        h.select("SELECT sha256 FROM documents WHERE id = ?", article.document())
            .mapTo(String.class)
            .one());
  }

  /** The version of codebook and actors that coded last; "none" in an empty store. */
  public String codings() {
    return store.read(h ->
        h.select("SELECT version FROM codings WHERE live = 1 ORDER BY id DESC LIMIT 1")
            .mapTo(String.class)
            .findOne()
            .orElse("none"));
  }

  /** The article in which a clip's words stand, where the store has it. */
  public Optional<Around> around(Block.Clip clip) {
    return store.read(h ->
        h.select(
                "SELECT a.id, a.start, a.finish, d.content FROM articles a JOIN documents d ON d.id ="
                    + " a.document_id WHERE d.sha256 = ? AND a.live = 1 AND a.start <= ? AND a.finish"
                    + " >= ? ORDER BY a.id LIMIT 1",
                clip.sha256(),
                clip.start(),
                clip.finish())
            .map((rs, c) ->
                new Around(rs.getLong(1), rs.getString(4).substring(rs.getInt(2), rs.getInt(3))))
            .findOne());
  }
}
