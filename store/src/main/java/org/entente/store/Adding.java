package org.entente.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.digest.ArticleDigest;
import org.entente.digest.Digest;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes one document in one transaction. Made for each; not thread-safe. */
final class Adding {
  private final Handle handle;
  private final Dialect dialect;
  private final Clock clock;
  private final Writer writer;
  private final Stories stories;
  private final Ids ids;

  Adding(Handle handle, Store store) {
    this.handle = handle;
    this.dialect = store.location().dialect();
    this.clock = store.clock();
    this.writer = store.writer();
    this.stories = new Stories(handle, writer.stories());
    this.ids = new Ids(handle);
  }

  Added add(Digest document, String version) {
    Found found = find(Words.clean(document.id()), document.sha256());
    if (found.same() != null) {
      return Added.UNCHANGED;
    }
    Long original = found.original();
    Long older = found.older();
    long id = ids.next("documents");
    insert(id, document, original);
    if (original != null && !document.isWhole()) {
      new Pending(handle).keep(id, document, version);
    }
    if (older != null) {
      new Coverages(handle).forget(older);
      replace(older, id);
    }
    List<Long> articles = insertArticles(id, document, original);
    if (original == null) {
      stories.place(articles, document.articles(), older);
      code(id, document, articles, version);
    } else {
      stories.placeCopies(articles);
    }
    for (Problem problem : document.problems()) {
      insert(id, problem);
    }
    return older != null ? Added.NEW_VERSION : original != null ? Added.COPY : Added.NEW;
  }

  /** Codes the articles of a document that is there. */
  void code(long document, Digest digest, List<Long> articles, String version) {
    long coding = ids.next("codings");
    handle.execute(
        "INSERT INTO codings (id, document_id, version, made, live) VALUES (?, ?, ?, ?, 1)",
        coding,
        document,
        version,
        now());
    CodingRows rows = new CodingRows(handle, ids, coding, writer.actors(ids));
    for (int i = 0; i < articles.size(); i++) {
      ArticleDigest read = digest.articles().get(i);
      rows.add(articles.get(i), read, digest.content());
      if (!stories.isCopy(articles.get(i))) {
        new Coverages(handle).add(articles.get(i), read);
      }
    }
    rows.write();
    writer.keepActors(ids);
    articles.stream().filter(a -> !stories.isFirst(a)).forEach(new StoryEvents(handle)::align);
  }

  /** Makes a copy the first of its text, after the one that it repeats got another. */
  void promote(long document, Digest digest, List<Long> articles, String version) {
    handle.execute(
        "UPDATE documents SET copy_of = ? WHERE id <> ? AND replaced_by IS NULL AND copy_of = (SELECT"
            + " copy_of FROM documents WHERE id = ?)",
        document,
        document,
        document);
    handle.execute("UPDATE documents SET copy_of = NULL, pending = NULL WHERE id = ?", document);
    handle.execute(
        "UPDATE articles SET copy_of = (SELECT o.id FROM articles o WHERE o.document_id = ? AND"
            + " o.number = articles.number) WHERE document_id IN (SELECT id FROM documents WHERE copy_of"
            + " = ?)",
        document,
        document);
    for (int i = 0; i < articles.size(); i++) {
      index(articles.get(i), digest.articles().get(i).article(), digest.content());
    }
    stories.promote(articles, digest.articles());
    code(document, digest, articles, version);
  }

  /**
   * What of a document is there before it is added.
   *
   * @param same the same name and text
   * @param original the first document with the text
   * @param older what now has the name
   */
  private record Found(@Nullable Long same, @Nullable Long original, @Nullable Long older) {}

  private Found find(String name, String sha256) {
    return handle
        .select(
            "SELECT (SELECT MIN(id) FROM documents WHERE name = ? AND sha256 = ?) AS same, (SELECT"
                + " MIN(id) FROM documents WHERE sha256 = ? AND copy_of IS NULL AND replaced_by IS"
                + " NULL) AS original, (SELECT MIN(id) FROM documents WHERE name = ? AND replaced_by IS"
                + " NULL) AS older",
            name,
            sha256,
            sha256,
            name)
        .map((rs, context) ->
            new Found(
                Columns.number(rs, "same"),
                Columns.number(rs, "original"),
                Columns.number(rs, "older")))
        .one();
  }

  private void insert(long id, Digest document, @Nullable Long original) {
    handle.execute(
        "INSERT INTO documents (id, name, sha256, address, language, content, excerpt, commentary,"
            + " added, copy_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        Words.clean(document.id()),
        document.sha256(),
        document.address(),
        document.language(),
        Words.clean(document.content()),
        document.isWhole() ? 0 : 1,
        Words.spans(document.commentary()),
        now(),
        original);
  }

  private void replace(long older, long by) {
    handle.execute("UPDATE documents SET replaced_by = ? WHERE id = ?", by, older);
    retire(handle, older);
    handle.execute("UPDATE articles SET live = 0 WHERE document_id = ?", older);
  }

  /** Ends the codings of a document: they are kept and no longer count. */
  static void retire(Handle handle, long document) {
    for (String table : CodingRows.TABLES) {
      String counted = table.equals("events") ? ", counted = 0" : "";
      handle.execute(
          "UPDATE "
              + table
              + " SET live = 0"
              + counted
              + " WHERE article_id IN (SELECT id FROM articles WHERE document_id = ?) AND coding_id IN"
              + " (SELECT id FROM codings WHERE document_id = ? AND live = 1)",
          document,
          document);
    }
    handle.execute("UPDATE codings SET live = 0 WHERE document_id = ?", document);
  }

  private List<Long> insertArticles(long document, Digest read, @Nullable Long original) {
    List<Long> made = new ArrayList<>();
    int number = 0;
    for (ArticleDigest article : read.articles()) {
      long id = ids.next("articles");
      insert(id, document, number, article, original);
      if (original == null) {
        index(id, article.article(), read.content());
      }
      made.add(id);
      number++;
    }
    return made;
  }

  private void insert(
      long id, long document, int number, ArticleDigest read, @Nullable Long original) {
    Article article = read.article();
    Span span = article.span();
    handle.execute(
        "INSERT INTO articles (id, document_id, number, headline, author, outlet, printed, day,"
            + " day_rule, start, finish, layout, sentences, copy_of, live) VALUES (?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, (SELECT id FROM articles WHERE document_id = ? AND number = ?), 1)",
        id,
        document,
        number,
        value(article.headline()),
        value(article.author()),
        value(article.outlet()),
        article.date() == null ? null : article.date().printed(),
        Words.day(read.day()),
        read.dayRule(),
        span.start(),
        span.end(),
        Layout.of(article),
        read.sentences(),
        original,
        number);
  }

  private void index(long id, Article article, String content) {
    StringBuilder body = new StringBuilder();
    for (Span paragraph : article.paragraphs()) {
      body.append(paragraph.in(content)).append('\n');
    }
    String headline = value(article.headline());
    handle.execute(
        dialect.indexWords(), id, headline == null ? "" : headline, Words.clean(body.toString()));
  }

  private void insert(long document, Problem problem) {
    handle.execute(
        "INSERT INTO problems (id, document_id, kind, place, message) VALUES (?, ?, ?, ?, ?) ON"
            + " CONFLICT (kind, place, message) DO NOTHING",
        ids.next("problems"),
        document == 0 ? null : document,
        problem.kind().name(),
        Words.clean(problem.where()),
        Words.clean(problem.message()));
  }

  /** Keeps the problem of an input that could not be read at all. */
  void add(Problem problem) {
    insert(0, problem);
  }

  private String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static @Nullable String value(@Nullable Field field) {
    return field == null ? null : Words.clean(field.value());
  }
}
