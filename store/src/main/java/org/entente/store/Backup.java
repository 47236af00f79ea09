package org.entente.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a store while it is in use: SQLite's own {@code VACUUM INTO}, PostgreSQL's own {@code
 * pg_dump} and {@code pg_restore}. What is written aside is moved into place when it is whole.
 */
final class Backup {
  private Backup() {}

  static void write(Store store, Path to) {
    if (Files.exists(to)) {
      throw new StoreException(
          StoreException.Reason.UNKNOWN,
          to + " is there already; name another file for the backup");
    }
    Path aside = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.deleteIfExists(aside);
      if (store.location().dialect() == Dialect.SQLITE) {
        store.read(h -> h.execute("VACUUM INTO ?", aside.toString()));
      } else {
        run(
            store.location(),
            "pg_dump",
            "--format=custom",
            "--file=" + aside,
            "--dbname=" + address(store.location()));
      }
      Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw StoreException.of(store.location(), e);
    }
  }

  /** Puts a backup where no store is. */
  static void restore(Path from, Location to) {
    if (!Files.isRegularFile(from)) {
      throw new StoreException(StoreException.Reason.MISSING, "there is no backup " + from);
    }
    Path file = to.file();
    if (file == null) {
      run(
          to,
          "pg_restore",
          "--exit-on-error",
          "--no-owner",
          "--single-transaction",
          "--dbname=" + address(to),
          from.toString());
      return;
    }
    if (Files.exists(file)) {
      throw new StoreException(
          StoreException.Reason.UNKNOWN, to + " is there already; move it away before restoring");
    }
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.copy(from, aside, StandardCopyOption.REPLACE_EXISTING);
      Store.existing(aside.toString()).close();
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw StoreException.of(to, e);
    } finally {
      deleteQuietly(aside);
    }
  }

  private static void deleteQuietly(Path aside) {
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      try {
        Files.deleteIfExists(aside.resolveSibling(aside.getFileName() + suffix));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  /** The address as PostgreSQL's programs have it: without jdbc:, and the driver's own settings. */
  private static String address(Location location) {
    return location.url().substring("jdbc:".length()).replaceAll("[?&]currentSchema=[^&]*", "");
  }

  private static @Nullable String schema(Location location) {
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile("[?&]currentSchema=([^&]*)").matcher(location.url());
    return m.find() ? m.group(1) : null;
  }

  private static void run(Location location, String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    String schema = schema(location);
    if (schema != null && program.equals("pg_dump")) {
      command.add("--schema=" + schema);
    }
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new StoreException(
            StoreException.Reason.BROKEN,
            location
                + ": "
                + program
                + " says: "
                + said.strip().lines().findFirst().orElse("nothing"));
      }
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Reason.BROKEN,
          program
              + " of PostgreSQL's client programs is needed and was not found (Debian: postgresql-client)",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(StoreException.Reason.BROKEN, program + " was interrupted", e);
    }
  }
}
