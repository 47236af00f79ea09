package org.entente.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The databases that every test of the store runs on. PostgreSQL is the server at {@code
 * ENTENTE_TEST_POSTGRESQL} (a JDBC address; {@code .ci/run} starts one); each test gets an empty
 * schema there.
 */
enum Databases {
  SQLITE,
  POSTGRESQL;

  private static final String VARIABLE = "ENTENTE_TEST_POSTGRESQL";

  static Stream<Databases> all() {
    return Stream.of(values());
  }

  Store open(Path folder) {
    return Store.open(Location.parse(location(folder)), Clock.systemUTC());
  }

  String location(Path folder) {
    if (this == SQLITE) {
      return folder.resolve("test.db").toString();
    }
    String url = System.getenv(VARIABLE);
    Assumptions.assumeTrue(
        url != null,
        "no PostgreSQL: " + VARIABLE + " names no server; .ci/run starts one and sets it");
    return fresh(url);
  }

  /** Where a backup of a store can be put back: another file, or another database of the server. */
  String another(Path folder, String location) {
    if (this == SQLITE) {
      return folder.resolve("another.db").toString();
    }
    String url = String.valueOf(System.getenv(VARIABLE));
    String name = "d" + Long.toHexString(System.nanoTime());
    execute(url, "CREATE DATABASE " + name);
    return url.replaceFirst("(//[^/]*/)[^?]*", "$1" + name)
        + location.substring(location.lastIndexOf("&currentSchema"));
  }

  private static void execute(String url, String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL at " + VARIABLE + " does not answer", e);
    }
  }

  private static String fresh(String url) {
    String schema = "t" + Long.toHexString(System.nanoTime());
    execute(url, "CREATE SCHEMA " + schema);
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
  }
}
