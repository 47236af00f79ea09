package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that adds, at random moments, and looks at what it left. */
class KilledAddingTest {
  private static final int STORES = 5;
  private static final int KILLS = 10;
  private static final int DOCUMENTS = 150;
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);

  private static final Entente ENTENTE = Entente.create();

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void whatWasAcknowledgedIsWholeAndASecondRunCompletesTheRest() throws Exception {
    int interrupted = 0;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> stores = new ArrayList<>();
      for (int seed = 0; seed < STORES; seed++) {
        int next = seed;
        stores.add(two.submit(() -> addUntilWhole(next)));
      }
      for (Future<Integer> store : stores) {
        interrupted += store.get();
      }
    }
    assertThat(interrupted).as("killed in the midst of adding").isGreaterThan(STORES * KILLS / 2);
  }

  /** Kills often, then lets one finish; how many were killed before all was added. */
  private int addUntilWhole(int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    String file = folder.resolve("s" + seed + ".db").toString();
    int interrupted = 0;
    int acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      acknowledged = Math.max(acknowledged, addAndKill(file, random.nextInt(120)));
      int whole = whole(file);
      assertThat(whole).as("seed %d, kill %d", seed, kill).isGreaterThanOrEqualTo(acknowledged);
      interrupted += whole < DOCUMENTS ? 1 : 0;
    }
    assertThat(addAndKill(file, Integer.MAX_VALUE)).isEqualTo(DOCUMENTS);
    assertThat(whole(file)).isEqualTo(DOCUMENTS);
    return interrupted;
  }

  /**
   * Adds in another process, which is killed after some milliseconds of adding.
   *
   * @return how many documents it said were kept
   */
  private static int addAndKill(String file, int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + classes(),
                Adder.class.getName(),
                file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int kept = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("ready");
      Thread killer = millis == Integer.MAX_VALUE ? null : killer(process, millis);
      for (String line = next(lines); line != null; line = next(lines)) {
        kept = Integer.parseInt(line);
      }
      if (killer != null) {
        killer.join();
      }
      process.waitFor();
    }
    return kept;
  }

  private static Thread killer(Process process, int millis) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            Thread.sleep(millis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          process.destroyForcibly();
        });
  }

  /** A line that ended; what a killed process had begun to say does not count. */
  private static String next(BufferedReader lines) {
    try {
      String line = lines.readLine();
      return line == null || !line.endsWith(".") ? null : line.substring(0, line.length() - 1);
    } catch (IOException e) {
      return null;
    }
  }

  private static String classes() throws Exception {
    return Path.of(Adder.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  /** Counts the documents and asserts that all that belongs to them is there, once. */
  private static int whole(String file) {
    int events = ENTENTE.read(Adder.document(0)).events().size();
    assertThat(events).isPositive();
    try (Store store = Store.open(file)) {
      return store.read(h -> {
        int documents = count(h, "documents WHERE 1 = 1");
        assertThat(count(h, "codings WHERE live = 1")).isEqualTo(documents);
        assertThat(count(h, "articles WHERE live = 1")).isEqualTo(documents);
        assertThat(count(h, "events WHERE live = 1")).isEqualTo(events * documents);
        assertThat(count(h, "article_search")).isEqualTo(documents);
        int voices = count(h, "articles WHERE live = 1 AND copy_of IS NULL");
        assertThat(count(h, "article_pairs")).isEqualTo(voices);
        assertThat(
                h.createQuery("SELECT COALESCE(SUM(articles), 0) FROM days")
                    .mapTo(Integer.class)
                    .one())
            .isEqualTo(voices);
        assertThat(h.createQuery("PRAGMA integrity_check").mapTo(String.class).list())
            .isEqualTo(List.of("ok"));
        return documents;
      });
    }
  }

  private static int count(Handle handle, String what) {
    return handle.createQuery("SELECT COUNT(*) FROM " + what).mapTo(Integer.class).one();
  }

  /**
   * The process that is killed: adds documents that differ by a word, and says when one is kept.
   */
  static final class Adder {
    private static final String[] WORDS = {
      "wheat", "timber", "copper", "salmon", "cotton", "sugar", "coffee", "gas", "steel", "tin"
    };

    private Adder() {}

    public static void main(String[] arguments) {
      Entente entente = Entente.create();
      PrintStream out = System.out;
      try (Store store = Store.open(arguments[0])) {
        out.println("ready");
        for (int i = 0; i < DOCUMENTS; i++) {
          Document document = document(i);
          if (!store.has(document)) {
            store.add(entente.read(document), "v");
          }
          out.println((i + 1) + ".");
          out.flush();
        }
      }
    }

    static Document document(int i) {
      Metadata metadata = new Metadata("A headline", null, "The Test Gazette", null, DAY, "en");
      return Document.plain("d" + i, text(i), metadata);
    }

    private static String text(int i) {
      return String.format(
          Locale.ROOT,
          "Norway condemned Sweden over %s, %s and %s in case %d. Sweden accused Norway of lying.",
          WORDS[i % 10],
          WORDS[i / 10 % 10],
          WORDS[i / 100 % 10],
          i);
    }
  }
}
