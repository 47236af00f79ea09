package org.entente.desk.blog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.entente.store.Member;
import org.jspecify.annotations.Nullable;

/**
 * Exports that somebody looks at before they are taken: a few, for an hour, each for the member who
 * brought it. Thread-safe; a desk that was started anew knows none.
 */
final class Uploads {
  private static final int MOST = 4;
  private static final Duration KEPT = Duration.ofHours(1);

  private final Deque<Upload> kept = new ArrayDeque<>();

  /**
   * One of them.
   *
   * @param key in addresses; nobody can guess it
   * @param member who brought it
   * @param owner whose posts they are to become, or null for the writers' names
   * @param name of the file as its owner knows it
   * @param file where it lies
   * @param at when it came
   * @param report what would come of it; what came once it was taken
   * @param taken whether it was taken
   */
  record Upload(
      String key,
      long member,
      @Nullable Member owner,
      String name,
      Path file,
      Instant at,
      Report report,
      boolean taken) {
    Upload taken(Report came) {
      return new Upload(key, member, owner, name, file, at, came, true);
    }
  }

  /**
   * What a page tells of an export.
   *
   * @param program who wrote it
   * @param base where the blog stood; may be empty
   * @param news what is new
   */
  record Report(String program, String base, BlogNews news) {}

  /** Lays a file down. */
  static Path file(InputStream in) throws IOException {
    Path file = Files.createTempFile("entente-blog", null);
    file.toFile().deleteOnExit();
    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }

  /** Keeps one; the oldest goes when there are too many. */
  synchronized void keep(Upload upload) throws IOException {
    forgetOld();
    while (kept.size() >= MOST) {
      Files.deleteIfExists(kept.removeFirst().file());
    }
    kept.addLast(upload);
  }

  private void forgetOld() throws IOException {
    Instant now = Instant.now();
    for (Upload upload : List.copyOf(kept)) {
      if (upload.at().plus(KEPT).isBefore(now)) {
        kept.remove(upload);
        Files.deleteIfExists(upload.file());
      }
    }
  }

  synchronized Optional<Upload> find(Member member, String key) throws IOException {
    forgetOld();
    return kept.stream().filter(u -> u.key().equals(key) && u.member() == member.id()).findFirst();
  }

  /** Keeps what came of it instead of the file. */
  synchronized void taken(Upload upload, Report came) throws IOException {
    if (kept.remove(upload)) {
      kept.addLast(upload.taken(came));
    }
    Files.deleteIfExists(upload.file());
  }
}
