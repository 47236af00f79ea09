package org.entente.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.export.ArticleRecord;
import org.entente.export.ExportEvent;
import org.entente.export.Icews;
import org.entente.export.Records;
import org.entente.export.Selection;
import org.entente.export.Written;

/**
 * The layout of ICEWS as a SQLite database, with the table that the R package icews makes and asks:
 * {@code events}, columns in snake case, {@code event_date} as a number such as 20130507, with its
 * indices and its two small tables {@code stats} and {@code source_files}. Written aside and moved
 * when it is whole. Not thread-safe.
 */
public final class IcewsDatabase {
  private static final List<String> INTEGERS =
      List.of("event_id", "event_date", "story_id", "sentence_number", "year", "yearmonth");
  private static final List<String> NUMBERS = List.of("intensity", "latitude", "longitude");
  private static final List<String> NEEDED =
      List.of("event_id", "event_date", "year", "yearmonth", "source_file");
  private static final List<String> INDEXED =
      List.of("source_file", "cameo_code", "country", "year", "yearmonth");

  /** What the package asks instead of counting and listing all events. */
  private static final List<String> ASKED =
      List.of(
          "CREATE TABLE stats (name TEXT, value INTEGER)",
          "INSERT INTO stats SELECT 'events_n', count(*) FROM events",
          "CREATE TABLE source_files (name TEXT)",
          "INSERT INTO source_files SELECT DISTINCT source_file FROM events ORDER BY source_file");

  private static final int BATCH = 1000;

  private final Icews layout = new Icews();
  private final List<String> columns = new ArrayList<>();
  private final Map<String, Long> refused = new HashMap<>();
  private long rows;

  public IcewsDatabase() {
    layout.columns().forEach(c -> columns.add(c.toLowerCase(Locale.ROOT).replace(' ', '_')));
    columns.addAll(List.of("year", "yearmonth", "source_file"));
  }

  /**
   * Writes a new file in the place of whatever bears its name.
   *
   * @throws IOException when it cannot be written
   */
  public Written write(Records records, Selection selection, Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(aside);
    Path folder = aside.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + aside)) {
      fill(database, records, selection);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return new Written(rows, refused);
  }

  private void fill(Connection database, Records records, Selection selection)
      throws IOException, SQLException {
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.execute(table());
    }
    String values = "?" + ", ?".repeat(columns.size() - 1);
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO events VALUES (" + values + ")")) {
      records.each(selection, 0, article -> add(insert, article));
      insert.executeBatch();
    }
    try (Statement statement = database.createStatement()) {
      for (String column : INDEXED) {
        statement.execute("CREATE INDEX events_" + column + "_idx ON events (" + column + ")");
      }
      for (String asked : ASKED) {
        statement.execute(asked);
      }
    }
    database.commit();
  }

  private String table() {
    StringBuilder sql = new StringBuilder("CREATE TABLE events (");
    for (String column : columns) {
      String type =
          INTEGERS.contains(column) ? "INTEGER" : NUMBERS.contains(column) ? "REAL" : "TEXT";
      String needed = NEEDED.contains(column) ? " NOT NULL, " : ", ";
      sql.append(column).append(' ').append(type).append(needed);
    }
    return sql.append("PRIMARY KEY (event_id, event_date))").toString();
  }

  private void add(PreparedStatement insert, ArticleRecord article) throws IOException {
    List<ExportEvent> kept = new ArrayList<>();
    for (ExportEvent event : article.events()) {
      String reason = layout.refuses(event);
      if (reason == null) {
        kept.add(event);
      } else {
        refused.merge(reason, 1L, Long::sum);
      }
    }
    try {
      for (ExportEvent event : kept) {
        for (List<String> row : layout.rows(event, kept)) {
          bind(insert, row);
        }
      }
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void bind(PreparedStatement insert, List<String> cells) throws SQLException {
    String day = cells.get(1).replace("-", "");
    List<String> row = new ArrayList<>(cells);
    row.set(1, day);
    row.addAll(
        List.of(
            day.substring(0, 4),
            day.substring(0, 6),
            "events." + day.substring(0, 4) + ".entente.tab"));
    for (int i = 0; i < row.size(); i++) {
      String value = row.get(i);
      if (value.isEmpty()) {
        insert.setObject(i + 1, null);
      } else if (INTEGERS.contains(columns.get(i))) {
        insert.setLong(i + 1, Long.parseLong(value));
      } else if (NUMBERS.contains(columns.get(i))) {
        insert.setDouble(i + 1, Double.parseDouble(value));
      } else {
        insert.setString(i + 1, org.entente.export.Cells.tab(value));
      }
    }
    insert.addBatch();
    if (++rows % BATCH == 0) {
      insert.executeBatch();
    }
  }
}
