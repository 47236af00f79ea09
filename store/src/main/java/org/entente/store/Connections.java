package org.entente.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.sqlite.SQLiteConfig;

/** Opens the connections of a store. */
final class Connections {
  /** Milliseconds that a writer waits for another before it is told that the store is locked. */
  static final int PATIENCE = 20_000;

  private static final int MOST = 8;

  /**
   * Pages of the log, 16 MB, after which they go into the file: a page that many documents change
   * is then written there once instead of four times as often by the usual thousand.
   */
  private static final String LOG_PAGES = "4000";

  private Connections() {}

  static HikariDataSource open(Location location, int patience) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(location.url());
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE);
    config.setPoolName("entente");
    if (location.dialect() == Dialect.SQLITE) {
      config.setDataSourceProperties(sqlite(patience));
    }
    return new HikariDataSource(config);
  }

  /**
   * The write-ahead log lets readers read while one writes. Synchronous NORMAL keeps every
   * acknowledged document through a killed process; a power cut may take the last ones, never the
   * file (sqlite.org/wal.html).
   */
  private static Properties sqlite(int patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(patience);
    config.setCacheSize(-32_000);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, LOG_PAGES);
    config.enforceForeignKeys(true);
    return config.toProperties();
  }
}
