package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.store.Store;
import org.entente.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The store of the demo: in the user's cache, else in the temporary folder. It holds nothing but
 * what comes with the project, so one that cannot be used is made anew.
 */
final class DemoStore {
  private DemoStore() {}

  /** A folder that can be written. */
  static Path folder() throws IOException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home", ""));
    Path base = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
    Path made = made(base.resolve("entente"));
    return made == null ? Files.createTempDirectory("entente-demo") : made;
  }

  private static @Nullable Path made(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder) ? folder : null;
    } catch (IOException e) {
      return null; // the temporary folder serves as well, and its place is said
    }
  }

  static Store open(Path file) throws IOException {
    try {
      return Store.open(file.toString());
    } catch (StoreException e) {
      boolean useless =
          switch (e.reason()) {
            case NEWER, BROKEN -> true;
            default -> false;
          };
      if (!useless) {
        throw e;
      }
      for (String suffix : new String[] {"", "-wal", "-shm"}) {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
      }
      return Store.open(file.toString());
    }
  }
}
