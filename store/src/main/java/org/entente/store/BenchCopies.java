package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Copies the rows of 2013 into another year, table by table, with keys of their own. */
final class BenchCopies {
  /** Tables in the order in which they refer to one another. */
  private static final List<String> TABLES =
      List.of(
          "documents",
          "articles",
          "codings",
          "events",
          "statements",
          "statement_speakers",
          "positions",
          "article_pairs");

  /** Columns that hold the key of a row of another table that is copied too. */
  private static final Map<String, String> REFERENCES =
      Map.of(
          "document_id", "documents",
          "article_id", "articles",
          "coding_id", "codings",
          "statement_id", "statements");

  private static final Set<String> DAYS = Set.of("day", "date_from", "date_to");
  private static final Set<String> EMPTIED = Set.of("copy_of", "replaced_by", "story_id");

  private final Handle handle;
  private final Dialect dialect;

  BenchCopies(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** How many documents were copied. */
  int copy(int year) {
    List<Long> originals =
        handle
            .createQuery(
                "SELECT id FROM documents WHERE name LIKE 'bench-%' AND name NOT LIKE '% %'")
            .mapTo(Long.class)
            .list();
    long last = originals.getLast();
    long shift = highest("documents") + 1;
    for (String table : TABLES) {
      handle.execute(statement(table, year, last));
    }
    index(shift);
    return originals.size();
  }

  private String statement(String table, int year, long last) {
    List<String> values = new ArrayList<>();
    List<String> columns = columns(table);
    for (String column : columns) {
      values.add(value(table, column, year));
    }
    return "INSERT INTO "
        + table
        + " ("
        + String.join(", ", columns)
        + ") SELECT "
        + String.join(", ", values)
        + " FROM "
        + table
        + " WHERE "
        + original(table, last);
  }

  private String value(String table, String column, int year) {
    String of = column.equals("id") ? table : REFERENCES.get(column);
    if (of != null) {
      return column + " + " + offsets.computeIfAbsent(of, this::highest);
    }
    if (EMPTIED.contains(column)) {
      return "NULL";
    }
    if (DAYS.contains(column)) {
      return "'" + year + "' || substr(" + column + ", 5)";
    }
    return table.equals("documents") && column.equals("name") ? "name || ' " + year + "'" : column;
  }

  private final Map<String, Long> offsets = new java.util.HashMap<>();
  private final Map<String, Long> ends = new java.util.HashMap<>();

  /** The rows that were added: those before the first copy. */
  private String original(String table, long lastDocument) {
    return switch (table) {
      case "documents" -> "id <= " + lastDocument;
      case "articles", "codings" -> "document_id <= " + lastDocument;
      case "statement_speakers" ->
          "statement_id <= " + end("statements", "article_id <= " + lastArticle(lastDocument));
      default -> "article_id <= " + lastArticle(lastDocument);
    };
  }

  private long lastArticle(long lastDocument) {
    return end("articles", "document_id <= " + lastDocument);
  }

  private long end(String table, String where) {
    return ends.computeIfAbsent(
        table + where,
        key ->
            handle
                .createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table + " WHERE " + where)
                .mapTo(Long.class)
                .one());
  }

  private long highest(String table) {
    return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table).mapTo(Long.class).one();
  }

  private List<String> columns(String table) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE 1 = 0")
        .scanResultSet((rs, context) -> {
          List<String> names = new ArrayList<>();
          var meta = rs.get().getMetaData();
          for (int i = 1; i <= meta.getColumnCount(); i++) {
            names.add(meta.getColumnName(i));
          }
          return names;
        });
  }

  private record Text(long article, String headline, String body) {}

  private void index(long firstDocument) {
    List<Text> texts =
        handle
            .select(
                "SELECT a.id, a.headline, d.content FROM articles a JOIN documents d ON d.id ="
                    + " a.document_id WHERE d.id >= ?",
                firstDocument)
            .map((rs, context) -> new Text(rs.getLong(1), rs.getString(2), rs.getString(3)))
            .list();
    try (PreparedBatch batch = handle.prepareBatch(dialect.indexWords())) {
      texts.forEach(t -> batch.add(t.article(), t.headline(), t.body()));
      batch.execute();
    }
  }
}
