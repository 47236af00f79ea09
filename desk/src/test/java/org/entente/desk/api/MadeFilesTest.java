package org.entente.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.Entente;
import org.entente.desk.Fault;
import org.entente.export.Records;
import org.entente.export.Selection;
import org.entente.export.WholeFile;
import org.entente.export.Written;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Store;
import org.entente.store.StoredRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How many files are made at once, how often, how long they are kept, and what is left of them. */
@Timeout(60)
class MadeFilesTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir private Path folder;
  @TempDir private Path temporary;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("store.db").toString());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private MadeFiles files(MadeFiles.Bounds bounds) {
    return new MadeFiles(new StoredRecords(store), bounds, temporary);
  }

  private static Selection from(int day) {
    return new Selection(LocalDate.of(2013, 5, day), null, List.of());
  }

  /** A file of a line, in a folder with something beside it. */
  private static class Line implements WholeFile {
    final AtomicInteger made = new AtomicInteger();

    @Override
    public String name() {
      return "line";
    }

    @Override
    public String about() {
      return "a line";
    }

    @Override
    public String extension() {
      return "txt";
    }

    @Override
    public String mediaType() {
      return "text/plain";
    }

    @Override
    public Written write(Records records, Selection selection, Path file) throws IOException {
      Files.writeString(file.resolveSibling("beside"), "left over");
      Files.writeString(file, selection.from() + " " + records.heading(selection).state());
      made.incrementAndGet();
      return Written.NOTHING;
    }
  }

  private static String words(MadeFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsMadeOnceForAllAndAnewWhenTheRecordsChange() throws Exception {
    Line line = new Line();
    MadeFiles files = files(new MadeFiles.Bounds(2, 4, LONG, LONG));
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        asked.add(many.submit(() -> words(files.get(line, from(1)))));
      }
      for (Future<String> answer : asked) {
        assertThat(answer.get()).isEqualTo("2013-05-01 0.0.0");
      }
    }
    assertThat(line.made).hasValue(1);
    Entente entente = Entente.create();
    Metadata of = new Metadata("Talks", null, "", null, LocalDate.of(2013, 5, 7), "en");
    store.add(entente.read(Document.plain("one", "Russia attacked Syria.", of)), entente.version());
    MadeFile later = files.get(line, from(1));
    assertThat(words(later)).isEqualTo("2013-05-01 1.1.0");
    assertThat(later.tag()).isNotEqualTo(files.get(line, from(2)).tag());
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    later.write(part, new ByteRange(5, 6));
    assertThat(part.toString(StandardCharsets.UTF_8)).isEqualTo("05");
  }

  @Test
  void fewAreKeptAndNothingIsLeftInTheFolder() throws Exception {
    Line line = new Line();
    MadeFiles files = files(new MadeFiles.Bounds(2, 4, LONG, LONG));
    MadeFile first = files.get(line, from(1));
    files.get(line, from(2));
    files.get(line, from(1));
    files.get(line, from(3)); // the second is asked for longest ago
    assertThat(words(first)).startsWith("2013-05-01");
    assertThat(line.made).hasValue(3);
    files.get(line, from(2));
    assertThat(line.made).hasValue(4);
    assertThatThrownBy(() -> words(first)).isInstanceOf(IOException.class);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void oneThatNobodyAsksForGoes() throws Exception {
    MadeFile file = files(new MadeFiles.Bounds(2, 4, SHORT, LONG)).get(new Line(), from(1));
    while (isThere(file)) {
      Thread.sleep(10);
    }
    assertThatThrownBy(() -> words(file)).hasMessageContaining("not kept any more");
  }

  private static boolean isThere(MadeFile file) {
    try {
      return !words(file).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Who reads slowly gets all of it, also of one that is kept no more, and takes up room. */
  @Test
  void slowReadersAreBounded() throws Exception {
    Line line = new Line();
    MadeFiles files = files(new MadeFiles.Bounds(1, 2, LONG, LONG));
    CountDownLatch reading = new CountDownLatch(2);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService slow = Executors.newFixedThreadPool(2)) {
      List<Future<Long>> readers = new ArrayList<>();
      for (int day = 1; day <= 2; day++) {
        MadeFile file = files.get(line, from(day));
        readers.add(slow.submit(() -> slowly(file, reading, goOn)));
        while (reading.getCount() > 2 - day) {
          Thread.onSpinWait();
        }
      }
      assertThatThrownBy(() -> files.get(line, from(3)))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("Too many such files are being sent");
      goOn.countDown();
      for (Future<Long> reader : readers) {
        assertThat(reader.get()).isEqualTo("2013-05-01 0.0.0".length());
      }
    }
    assertThat(words(files.get(line, from(3)))).startsWith("2013-05-03");
  }

  private static long slowly(MadeFile file, CountDownLatch reading, CountDownLatch goOn)
      throws IOException {
    AtomicInteger bytes = new AtomicInteger();
    file.write(
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] b, int offset, int length) throws IOException {
            reading.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            bytes.addAndGet(length);
          }
        });
    return bytes.get();
  }

  @Test
  void oneIsMadeAtATimeAndNobodyWaitsForEver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Line endless =
        new Line() {
          @Override
          public Written write(Records records, Selection selection, Path file) throws IOException {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return super.write(records, selection, file);
          }
        };
    MadeFiles files = files(new MadeFiles.Bounds(2, 4, LONG, SHORT));
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<MadeFile> made = other.submit(() -> files.get(endless, from(1)));
      begun.await();
      assertThatThrownBy(() -> files.get(new Line(), from(2)))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("Other files are being made");
      goOn.countDown();
      assertThat(words(made.get())).startsWith("2013-05-01");
    }
    assertThat(words(files.get(new Line(), from(2)))).startsWith("2013-05-02");
  }

  @Test
  void whatCannotBeMadeIsSaidAndLeavesNothing() throws Exception {
    MadeFiles files = files(new MadeFiles.Bounds(2, 4, LONG, SHORT));
    Line full =
        new Line() {
          @Override
          public Written write(Records records, Selection selection, Path file) throws IOException {
            super.write(records, selection, file);
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> files.get(full, from(1)))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("folder for temporary files failed")
        .hasMessageNotContaining("No space");
    assertThat(temporary).isEmptyDirectory();
    assertThat(words(files.get(new Line(), from(1)))).startsWith("2013-05-01");
  }
}
