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
import org.entente.export.Cells;
import org.entente.export.ExportEvent;
import org.entente.export.Icews;
import org.entente.export.Records;
import org.entente.export.Selection;
import org.entente.export.WholeFile;
import org.entente.export.Written;

/**
 * The layout of ICEWS as a SQLite database, with the table that the R package icews makes and asks:
 * {@code events}, columns in snake case, {@code event_date} as a number such as 20130507, with its
 * indices and its two small tables {@code stats} and {@code source_files}. Written aside and moved
 * when it is whole. Stateless and thread-safe.
 */
public final class IcewsDatabase implements WholeFile {
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

  private static final Icews LAYOUT = new Icews();
  private static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    LAYOUT.columns().forEach(c -> columns.add(c.toLowerCase(Locale.ROOT).replace(' ', '_')));
    columns.addAll(List.of("year", "yearmonth", "source_file"));
    return List.copyOf(columns);
  }

  @Override
  public String name() {
    return "icews-sqlite";
  }

  @Override
  public String about() {
    return "ICEWS as the SQLite database that the R package icews asks";
  }

  @Override
  public String extension() {
    return "sqlite3";
  }

  @Override
  public String mediaType() {
    return "application/vnd.sqlite3";
  }

  @Override
  public Written write(Records records, Selection selection, Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(aside);
    Path folder = aside.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new java.nio.file.NoSuchFileException(file.toString());
    }
    Written written;
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + aside)) {
      written = fill(database, records, selection);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return written;
  }

  private static Written fill(Connection database, Records records, Selection selection)
      throws IOException, SQLException {
    database.setAutoCommit(false);
    try (Statement statement = database.createStatement()) {
      statement.execute(table());
    }
    Written written;
    String values = "?" + ", ?".repeat(COLUMNS.size() - 1);
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO events VALUES (" + values + ")")) {
      Rows rows = new Rows(insert);
      records.each(selection, 0, rows::add);
      written = rows.end();
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
    return written;
  }

  private static String table() {
    StringBuilder sql = new StringBuilder("CREATE TABLE events (");
    for (String column : COLUMNS) {
      String type =
          INTEGERS.contains(column) ? "INTEGER" : NUMBERS.contains(column) ? "REAL" : "TEXT";
      String needed = NEEDED.contains(column) ? " NOT NULL, " : ", ";
      sql.append(column).append(' ').append(type).append(needed);
    }
    return sql.append("PRIMARY KEY (event_id, event_date))").toString();
  }

  /** The rows of one database. */
  private static final class Rows {
    private final PreparedStatement insert;
    private final Map<String, Long> refused = new HashMap<>();
    private long rows;

    Rows(PreparedStatement insert) {
      this.insert = insert;
    }

    void add(ArticleRecord article) throws IOException {
      List<ExportEvent> kept = new ArrayList<>();
      for (ExportEvent event : article.events()) {
        String reason = LAYOUT.refuses(event);
        if (reason == null) {
          kept.add(event);
        } else {
          refused.merge(reason, 1L, Long::sum);
        }
      }
      try {
        for (ExportEvent event : kept) {
          for (List<String> row : LAYOUT.rows(event, kept)) {
            bind(row);
          }
        }
      } catch (SQLException e) {
        throw new IOException(e.getMessage(), e);
      }
    }

    private void bind(List<String> cells) throws SQLException {
      String day = cells.get(1).replace("-", "");
      List<String> row = new ArrayList<>(cells);
      row.set(1, day);
      row.addAll(
          List.of(
              day.substring(0, 4),
              day.substring(0, 6),
              "events." + day.substring(0, 4) + ".entente.tab"));
      for (int i = 0; i < row.size(); i++) {
        set(i, row.get(i));
      }
      insert.addBatch();
      if (++rows % BATCH == 0) {
        insert.executeBatch();
      }
    }

    private void set(int i, String value) throws SQLException {
      if (value.isEmpty()) {
        insert.setObject(i + 1, null);
      } else if (INTEGERS.contains(COLUMNS.get(i))) {
        insert.setLong(i + 1, Long.parseLong(value));
      } else if (NUMBERS.contains(COLUMNS.get(i))) {
        insert.setDouble(i + 1, Double.parseDouble(value));
      } else {
        insert.setString(i + 1, Cells.tab(value));
      }
    }

    Written end() throws SQLException {
      insert.executeBatch();
      return new Written(rows, refused);
    }
  }
}
