package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import org.entente.Entente;
import org.entente.Reading;
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

  /** The documents whose living coding is of another version. */
  List<Long> due() {
    return store.read(h ->
        h.select(
                "SELECT document_id FROM codings WHERE live = 1 AND version <> ? ORDER BY"
                    + " document_id",
                version)
            .mapTo(Long.class)
            .list());
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
    store.code(h -> replace(h, document, articles, readings));
  }

  private boolean replace(
      Handle handle,
      long document,
      List<StoredArticle> articles,
      List<Reading.ArticleReading> readings) {
    new Coverages(handle).forget(document);
    Adding.retire(handle, document);
    List<Long> ids = articles.stream().map(StoredArticle::id).toList();
    new Adding(handle, store).code(document, readings, ids, version);
    new Corrections(handle, store.types()).reapply(document);
    return true;
  }
}
