package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that cannot be used, made unusable for real. */
class UnusableStoreTest {
  private static final Entente ENTENTE = Entente.create();

  @TempDir private Path folder;

  private static Reading reading(int number) {
    String text = "Russia condemned the United States on Tuesday, report " + number + " said. ";
    Metadata metadata =
        new Metadata("Head", null, "The Test Gazette", null, LocalDate.of(2013, 5, 7), "en");
    return ENTENTE.read(Document.plain("d" + number, text.repeat(40), metadata));
  }

  private Path store(int documents) {
    Path file = folder.resolve("test.db");
    try (Store store = Store.open(file.toString())) {
      for (int i = 0; i < documents; i++) {
        store.add(reading(i), "v");
      }
    }
    return file;
  }

  private static void sql(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static StoreException failure(String location) {
    return catchThrowableOfType(StoreException.class, () -> Store.existing(location).close());
  }

  @Test
  void oneOfANewerVersionIsLeftAlone() throws Exception {
    Path file = store(1);
    sql(file, "UPDATE schema_history SET version = '99' WHERE version = '2'");
    StoreException e = failure(file.toString());
    assertThat(e.reason()).isEqualTo(StoreException.Reason.NEWER);
    assertThat(e).hasMessageContaining("version 99").hasMessageContaining("newer Entente");
  }

  @Test
  void whatIsNoStoreIsNotTouched() throws Exception {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "These are notes, and no store at all. ".repeat(100));
    assertThat(failure(text.toString()).reason()).isEqualTo(StoreException.Reason.NOT_A_STORE);
    assertThat(Files.readString(text)).startsWith("These are notes");
    Path other = folder.resolve("other.db");
    sql(other, "CREATE TABLE recipes (name TEXT)");
    assertThat(failure(other.toString()).reason()).isEqualTo(StoreException.Reason.NOT_A_STORE);
    assertThat(failure(folder.resolve("none.db").toString()).reason())
        .isEqualTo(StoreException.Reason.MISSING);
  }

  @Test
  void aLockedOneSaysSo() throws Exception {
    Path file = folder.resolve("test.db");
    Location location = Location.parse(file.toString());
    try (Store store = Store.open(location, java.time.Clock.systemUTC(), 200);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      store.add(reading(0), "v");
      statement.execute("BEGIN IMMEDIATE");
      StoreException e =
          catchThrowableOfType(StoreException.class, () -> store.add(reading(7), "v"));
      assertThat(e.reason()).isEqualTo(StoreException.Reason.LOCKED);
      assertThat(store.articles(Query.ALL)).hasSize(1);
      statement.execute("ROLLBACK");
      assertThat(store.add(reading(7), "v")).isEqualTo(Added.NEW);
    }
  }

  @Test
  void aWrongAddressSaysWhichOnesThereAre() {
    assertThat(failure("mysql://localhost/x"))
        .hasMessageContaining("jdbc:postgresql://host/database");
    StoreException e = failure("postgresql://127.0.0.1:1/x?user=me&password=secret");
    assertThat(e.reason()).isEqualTo(StoreException.Reason.UNREACHABLE);
    assertThat(e.getMessage()).doesNotContain("secret").contains("cannot be reached");
  }

  @Test
  void aReadOnlyOneSaysSo() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
    Path file = (mounted ? disk : folder).resolve("ro.db");
    try (Store store = Store.open(file.toString())) {
      store.add(reading(1), "v");
    }
    try {
      boolean locked = mounted && run("mount", "-o", "remount,ro", disk.toString());
      assumeTrue(
          locked || file.toFile().setReadOnly() && !Files.isWritable(file),
          "run by root in a container, to whom nothing is read-only");
      assertThat(failure(file.toString()).reason()).isEqualTo(StoreException.Reason.READ_ONLY);
    } finally {
      run("umount", disk.toString());
    }
  }

  @Test
  void aFullDiskLosesNothingThatWasAcknowledged() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
        "a small disk can be mounted by root only");
    try {
      int acknowledged = 0;
      StoreException full = null;
      try (Store store = Store.open(disk.resolve("full.db").toString())) {
        while (full == null && acknowledged < 1000) {
          int next = acknowledged;
          full = catchThrowableOfType(StoreException.class, () -> store.add(reading(next), "v"));
          acknowledged += full == null ? 1 : 0;
        }
      }
      assertThat(full).isNotNull();
      assertThat(full.reason()).isEqualTo(StoreException.Reason.FULL);
      Path kept = folder.resolve("kept.db");
      for (String suffix : new String[] {"", "-wal"}) {
        Path part = disk.resolve("full.db" + suffix);
        if (Files.exists(part)) {
          Files.copy(part, folder.resolve("kept.db" + suffix));
        }
      }
      try (Store store = Store.existing(kept.toString())) {
        assertThat(store.articles(Query.ALL.withPage(2000, 0))).hasSize(acknowledged);
        assertThat(store.add(reading(acknowledged), "v")).isEqualTo(Added.NEW);
      }
    } finally {
      run("umount", disk.toString());
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
