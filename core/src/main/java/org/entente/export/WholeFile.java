package org.entente.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of file that has to be whole before its first byte can be handed on: a database, an
 * archive of other files. Implementations are stateless and thread-safe.
 */
public non-sealed interface WholeFile extends FileKind {
  /**
   * Writes a new file in the place of whatever bears its name, aside until it is whole. The same
   * records give the same bytes.
   *
   * @throws IOException when it cannot be written
   */
  Written write(Records records, Selection selection, Path file) throws IOException;
}
