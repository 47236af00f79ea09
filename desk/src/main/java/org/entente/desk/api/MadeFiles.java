package org.entente.desk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.entente.desk.Fault;
import org.entente.export.Heading;
import org.entente.export.Records;
import org.entente.export.Selection;
import org.entente.export.WholeFile;
import org.entente.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Makes files that cannot be sent before they are whole, in a folder for temporary files: one at a
 * time, each once for all who ask for the same, from records that stand still meanwhile. A few are
 * kept, for a while after they were asked for last. Thread-safe.
 */
final class MadeFiles {
  /**
   * @param kept files at most; of more, the one that was asked for longest ago goes
   * @param open files at most that are kept or still being sent
   * @param idle how long one is kept that nobody asks for
   * @param patience how long somebody waits while others are made
   */
  record Bounds(int kept, int open, Duration idle, Duration patience) {}

  /**
   * Chosen: two kinds for two selections each, and as many again that somebody slow still reads;
   * time to go on with a download that broke off; less patience than the minute after which servers
   * before a desk usually give up.
   */
  static final Bounds USUAL = new Bounds(4, 8, Duration.ofMinutes(10), Duration.ofSeconds(30));

  private static final Logger LOG = System.getLogger(MadeFiles.class.getName());

  private final StoredRecords records;
  private final Bounds bounds;
  private final Path folder;
  private final Semaphore turn = new Semaphore(1, true);
  private final AtomicInteger open = new AtomicInteger();
  private final LinkedHashMap<String, Entry> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** A file, and when it was asked for last, in nanoseconds. */
  private record Entry(MadeFile file, long asked) {}

  /**
   * @param folder where files are while they are made, and those that have no name any more
   */
  MadeFiles(StoredRecords records, Bounds bounds, Path folder) {
    this.records = records;
    this.bounds = bounds;
    this.folder = folder;
  }

  /**
   * The file of the records as they are; made when it is not kept.
   *
   * @throws Fault when others are being made for too long, or the disk has no room
   */
  MadeFile get(WholeFile kind, Selection selection) {
    MadeFile found = find(Download.tag(kind, records.heading(selection), 0));
    return found == null ? inTurn(kind, selection) : found;
  }

  private MadeFile inTurn(WholeFile kind, Selection selection) {
    await();
    try {
      return records.still(still -> {
        Heading heading = still.heading(selection);
        MadeFile found = find(Download.tag(kind, heading, 0));
        return found == null ? keep(make(kind, still, heading)) : found;
      });
    } catch (IOException e) {
      LOG.log(Level.ERROR, kind.name() + " could not be made", e);
      throw busy("This file could not be made: the desk's folder for temporary files failed.");
    } finally {
      turn.release();
    }
  }

  private void await() {
    try {
      if (turn.tryAcquire(bounds.patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw busy("Other files are being made; ask again in a minute.");
  }

  private static Fault busy(String sentence) {
    return new Fault(HttpStatus.SERVICE_UNAVAILABLE, sentence);
  }

  private MadeFile make(WholeFile kind, Records still, Heading heading) throws IOException {
    while (open.get() >= bounds.open && dropOldest()) {
      // What is only kept makes room; what is being sent does not.
    }
    if (open.get() >= bounds.open) {
      throw busy("Too many such files are being sent; ask again in a minute.");
    }
    Path place = Files.createTempDirectory(folder, "entente-made");
    try {
      Path file = place.resolve(kind.name());
      kind.write(still, heading.selection(), file);
      Path aside = Files.createTempFile(folder, "entente", ".made");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      MadeFile made = MadeFile.of(kind, heading, aside, open::decrementAndGet);
      open.incrementAndGet();
      return made;
    } finally {
      remove(place);
    }
  }

  /** With whatever is left of a making that failed. */
  private static void remove(Path place) throws IOException {
    try (Stream<Path> inside = Files.walk(place)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private @Nullable MadeFile find(String tag) {
    synchronized (kept) {
      Entry found = kept.get(tag);
      return found == null ? null : keep(found.file);
    }
  }

  private MadeFile keep(MadeFile file) {
    synchronized (kept) {
      kept.put(file.tag(), new Entry(file, System.nanoTime()));
      if (kept.size() > bounds.kept) {
        dropOldest();
      }
    }
    CompletableFuture.delayedExecutor(bounds.idle.toMillis(), TimeUnit.MILLISECONDS)
        .execute(this::dropIdle);
    return file;
  }

  /** Whether there was one. */
  private boolean dropOldest() {
    synchronized (kept) {
      Map.Entry<String, Entry> oldest = kept.pollFirstEntry();
      if (oldest != null) {
        release(oldest.getValue());
      }
      return oldest != null;
    }
  }

  private void dropIdle() {
    List<Entry> idle = new ArrayList<>();
    long now = System.nanoTime();
    synchronized (kept) {
      kept.values().stream().filter(e -> now - e.asked >= bounds.idle.toNanos()).forEach(idle::add);
      kept.values().removeAll(idle);
    }
    idle.forEach(MadeFiles::release);
  }

  private static void release(Entry entry) {
    try {
      entry.file.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
