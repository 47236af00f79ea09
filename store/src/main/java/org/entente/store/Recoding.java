package org.entente.store;

import java.util.ArrayList;
import java.util.List;
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
    String content = store.content(document);
    List<StoredArticle> articles = store.ask(q -> q.articlesOf(document));
    Document read = Document.plain(articles.getFirst().name(), content, Metadata.NONE);
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

  private boolean replace(
      Handle handle, long document, List<StoredArticle> articles, Digest digest) {
    new Coverages(handle).forget(document);
    Adding.retire(handle, document);
    List<Long> ids = articles.stream().map(StoredArticle::id).toList();
    new Adding(handle, store).code(document, digest, ids, version);
    new Corrections(handle, store.types()).reapply(document);
    return true;
  }
}
