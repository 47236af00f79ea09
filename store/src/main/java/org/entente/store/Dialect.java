package org.entente.store;

import java.util.Map;

/** What the two databases call differently; all other SQL is one. */
enum Dialect {
  SQLITE("sqlite", "INTEGER", "WITHOUT ROWID"),
  POSTGRESQL("postgresql", "BIGINT", "");

  private final String folder;
  private final String id;
  private final String clustered;

  Dialect(String folder, String id, String clustered) {
    this.folder = folder;
    this.id = id;
    this.clustered = clustered;
  }

  /** Where the migrations lie: those of both, then those of this one. */
  String[] migrations() {
    String root = "classpath:org/entente/store/";
    return new String[] {root + "common", root + folder};
  }

  /** What stands for the words in braces of the migrations. */
  Map<String, String> placeholders() {
    return Map.of("id", id, "clustered", clustered);
  }

  /** Puts an article's words into the index; arguments: article, headline, body. */
  String indexWords() {
    return this == SQLITE
        ? "INSERT INTO article_search (rowid, headline, body) VALUES (?, ?, ?)"
        : "INSERT INTO article_search (article_id, words) VALUES (?, setweight(to_tsvector('simple', ?),"
            + " 'A') || to_tsvector('simple', ?))";
  }

  /** Takes an article's words out of the index. */
  String forgetWords() {
    return this == SQLITE
        ? "DELETE FROM article_search WHERE rowid = ?"
        : "DELETE FROM article_search WHERE article_id = ?";
  }

  /** A condition on articles {@code a}: they hold the words bound as {@code :words}. */
  String holdsWords() {
    return this == SQLITE
        ? "a.id IN (SELECT rowid FROM article_search WHERE article_search MATCH :words)"
        : "a.id IN (SELECT article_id FROM article_search WHERE words @@ websearch_to_tsquery('simple',"
            + " :words))";
  }

  /**
   * Words as the index's own language has them: each must occur, quoted ones side by side. Nothing
   * that a reader types is an operator but quotation marks.
   */
  String query(String words) {
    return this == SQLITE ? SearchWords.of(words) : words;
  }
}
