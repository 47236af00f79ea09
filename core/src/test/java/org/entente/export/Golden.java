package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that show what a layout looks like; {@code -Dgolden=write} writes them anew. */
final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.root"))
          .resolve("core/src/test/resources/org/entente/export");

  private Golden() {}

  static void check(String name, String written) throws IOException {
    Path file = FOLDER.resolve(name);
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(file, written);
    }
    assertThat(written).as(name).isEqualTo(Files.readString(file));
  }
}
