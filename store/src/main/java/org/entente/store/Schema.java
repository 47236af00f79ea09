package org.entente.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Brings a store to the version of this program, and refuses one of a newer. */
final class Schema {
  /** The number of the last migration. */
  static final int VERSION = 71;

  private static final String HISTORY = "schema_history";

  private Schema() {}

  static void prepare(Location location, DataSource source, Jdbi jdbi) {
    Integer found = version(jdbi);
    if (found != null && found > VERSION) {
      throw new StoreException(
          StoreException.Reason.NEWER,
          location
              + " is of version "
              + found
              + ", this program knows up to "
              + VERSION
              + "; use the newer Entente that wrote it");
    }
    if (found == null || found < VERSION) {
      migrate(location, source);
    }
  }

  /** The version of the store, null where it has none yet. */
  private static @Nullable Integer version(Jdbi jdbi) {
    try {
      return jdbi.withHandle(h ->
          h.createQuery("SELECT MAX(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success")
              .mapTo(Integer.class)
              .one());
    } catch (JdbiException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains(HISTORY)) {
        return null;
      }
      throw e;
    }
  }

  private static void migrate(Location location, DataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(location.dialect().migrations())
          .placeholders(location.dialect().placeholders())
          .table(HISTORY)
          .target(MigrationVersion.fromVersion(String.valueOf(VERSION)))
          .load()
          .migrate();
    } catch (FlywayException e) {
      if (String.valueOf(e.getMessage()).contains("non-empty schema")) {
        throw new StoreException(
            StoreException.Reason.NOT_A_STORE,
            location + " holds tables of another program; name an empty database or another file",
            e);
      }
      throw StoreException.of(location, e);
    }
  }
}
