package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.article.Contents;
import org.entente.digest.Digest;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.jdbi.v3.core.Handle;

/** Codes what is there anew. The old codings stay, with their version, and no longer count. */
final class Recoding {
  private final Store store;
  private final Entente entente;
  private final String version;

  Recoding(Store store, Entente entente) {
    this.store = store;
    this.entente = entente;
    this.version = entente.version();
  }

  /** The documents whose living coding is of another version, and whose text is kept. */
  List<Long> due() {
    return store.read(h ->
        h.select(
                "SELECT c.document_id FROM codings c JOIN documents d ON d.id = c.document_id WHERE"
                    + " c.live = 1 AND c.version <> ? AND d.excerpt = 0 ORDER BY c.document_id",
                version)
            .mapTo(Long.class)
            .list());
  }

  /**
   * Documents that are not coded because they repeat another's text, which is no longer there: the
   * first of each text, if its text or its coding is kept.
   */
  List<Long> orphans() {
    return store.read(h ->
        h.select(
                "SELECT MIN(d.id) FROM documents d JOIN documents o ON o.id = d.copy_of WHERE"
                    + " d.replaced_by IS NULL AND (d.excerpt = 0 OR d.pending IS NOT NULL) AND"
                    + " o.replaced_by IS NOT NULL AND NOT"
                    + " EXISTS (SELECT 1 FROM documents t WHERE t.sha256 = d.sha256 AND t.copy_of IS NULL"
                    + " AND t.replaced_by IS NULL) GROUP BY d.sha256 ORDER BY 1")
            .mapTo(Long.class)
            .list());
  }

  /** How many living codings are of another version and of a document without its text. */
  int withoutText() {
    return store.read(h ->
        h.select(
                "SELECT COUNT(*) FROM codings c JOIN documents d ON d.id = c.document_id WHERE c.live"
                    + " = 1 AND c.version <> ? AND d.excerpt = 1",
                version)
            .mapTo(Integer.class)
            .one());
  }

  /** Codes one document again in one transaction. */
  void recode(long document) {
    Optional<Pending.Coding> pending = store.read(h -> new Pending(h).of(document));
    if (pending.isPresent()) {
      List<Long> articles =
          store.ask(q -> q.articlesOf(document)).stream().map(StoredArticle::id).toList();
      store.code(h -> promote(h, document, articles, pending.get()));
      return;
    }
    String content = store.content(document);
    List<StoredArticle> articles = store.ask(q -> q.articlesOf(document));
    String name = articles.isEmpty() ? "" : articles.getFirst().name();
    Document read = Document.plain(name, content, Metadata.NONE);
    List<Reading.ArticleReading> readings = new ArrayList<>();
    for (StoredArticle article : articles) {
      String layout = store.ask(q -> q.layout(article.id()));
      readings.add(entente.read(read, Layout.article(article, layout, content), article.day()));
    }
    Digest digest =
        Digest.of(
            new Reading(
                read,
                new Contents(List.of(), List.of(), List.of(), List.of()),
                readings,
                List.of()));
    store.code(h -> replace(h, document, articles, digest));
  }

  private static boolean isOrphan(Handle handle, long document) {
    return handle
        .select("SELECT 1 FROM documents WHERE id = ? AND copy_of IS NOT NULL", document)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private boolean promote(
      Handle handle, long document, List<Long> articles, Pending.Coding coding) {
    new Adding(handle, store).promote(document, coding.digest(), articles, coding.version());
    return true;
  }

  private boolean replace(
      Handle handle, long document, List<StoredArticle> articles, Digest digest) {
    List<Long> ids = articles.stream().map(StoredArticle::id).toList();
    if (isOrphan(handle, document)) {
      new Adding(handle, store).promote(document, digest, ids, version);
      return true;
    }
    new Coverages(handle).forget(document);
    Adding.retire(handle, document);
    new Adding(handle, store).code(document, digest, ids, version);
    new Corrections(handle, store.types()).reapply(document);
    return true;
  }
}
