package org.entente.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a store lies: a file of SQLite, or a database of PostgreSQL by its address ({@code
 * jdbc:postgresql://host/name?user=…} or {@code postgresql://…}).
 *
 * @param url JDBC address
 * @param dialect which database
 * @param file the file, for SQLite
 */
record Location(String url, Dialect dialect, @Nullable Path file) {
  static Location parse(String words) {
    if (words.startsWith("jdbc:postgresql:") || words.startsWith("postgresql:")) {
      String url = words.startsWith("jdbc:") ? words : "jdbc:" + words;
      return new Location(url, Dialect.POSTGRESQL, null);
    }
    if (words.matches("[a-z][a-z0-9+]+:.*")) {
      throw new StoreException(
          StoreException.Reason.UNREACHABLE,
          "'"
              + words
              + "' is no address of a store; give a file, or jdbc:postgresql://host/database");
    }
    Path file = Path.of(words).toAbsolutePath();
    return new Location("jdbc:sqlite:" + file, Dialect.SQLITE, file);
  }

  /** Whether it is a file that is there and that it, or its folder, cannot be written. */
  boolean isReadOnly() {
    Path folder = file == null ? null : file.getParent();
    return file != null
        && Files.exists(file)
        && (!Files.isWritable(file) || folder != null && !Files.isWritable(folder));
  }

  /** Without a password. */
  @Override
  public String toString() {
    return file != null
        ? "the store " + file.getFileName()
        : "the store "
            + url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("://[^/@]*@", "://");
  }
}
