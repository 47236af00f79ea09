package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.Entente;
import org.entente.export.Selection;
import org.entente.export.Written;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcewsDatabaseTest {
  @TempDir private Path folder;

  @Test
  void holdsTheTableThatReadersAsk() throws Exception {
    try (Store store = Store.open(folder.resolve("s.db").toString())) {
      Entente entente = Entente.create();
      Metadata metadata =
          new Metadata("Talks", null, "The Test Gazette", null, LocalDate.of(2013, 5, 7), "en");
      String text = "Russia and the United States held talks in Geneva. Turkey condemned Syria.";
      store.add(entente.read(Document.plain("one", text, metadata)), entente.version());
      Path file = folder.resolve("icews.sqlite3");
      Written written = new IcewsDatabase().write(new StoredRecords(store), Selection.ALL, file);
      assertThat(written.rows()).isEqualTo(3);
      try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
          ResultSet rs =
              database
                  .createStatement()
                  .executeQuery(
                      "SELECT count(*), min(event_date), min(cameo_code), typeof(max(event_id)),"
                          + " typeof(max(intensity)), max(yearmonth), sum(latitude IS NULL),"
                          + " min(source_country) FROM events")) {
        assertThat(rs.getInt(1)).isEqualTo(3);
        assertThat(rs.getInt(2)).isEqualTo(20130507);
        assertThat(rs.getString(3)).startsWith("0");
        assertThat(rs.getString(4)).isEqualTo("integer");
        assertThat(rs.getString(5)).isEqualTo("real");
        assertThat(rs.getInt(6)).isEqualTo(201305);
        assertThat(rs.getInt(7)).isEqualTo(3);
        assertThat(rs.getString(8)).isEqualTo("Russian Federation");
      }
      assertAsked(file);
      Path again = folder.resolve("again.sqlite3");
      new IcewsDatabase().write(new StoredRecords(store), Selection.ALL, again);
      assertThat(again).hasSameBinaryContentAs(file);
      assertThatThrownBy(() ->
              new IcewsDatabase()
                  .write(new StoredRecords(store), Selection.ALL, folder.resolve("no/x.db")))
          .isInstanceOf(IOException.class);
    }
  }

  /** What the R package asks besides the events: how many there are, and of which files. */
  private static void assertAsked(Path file) throws SQLException {
    assertThat(answers(file, "SELECT value FROM stats WHERE name == 'events_n'"))
        .containsExactly("3");
    assertThat(answers(file, "SELECT name FROM source_files"))
        .containsExactly("events.2013.entente.tab");
    assertThat(answers(file, "SELECT name FROM pragma_table_info('events') WHERE [notnull] = 1"))
        .containsExactly("event_id", "event_date", "year", "yearmonth", "source_file");
    assertThat(answers(file, "SELECT name FROM pragma_index_list('events') WHERE origin = 'c'"))
        .containsExactlyInAnyOrder(
            "events_source_file_idx",
            "events_cameo_code_idx",
            "events_country_idx",
            "events_year_idx",
            "events_yearmonth_idx");
  }

  private static List<String> answers(Path file, String sql) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        ResultSet rs = database.createStatement().executeQuery(sql)) {
      while (rs.next()) {
        all.add(rs.getString(1));
      }
    }
    return all;
  }
}
