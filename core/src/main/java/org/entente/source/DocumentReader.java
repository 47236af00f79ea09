package org.entente.source;

import java.io.IOException;

/** Reads one format. Stateless; {@link Documents} asks its readers in order. */
interface DocumentReader {
  /** Whether the input is of this format, by its declared type, its name or its first bytes. */
  boolean accepts(Input input);

  /** The documents of the input; closing them closes the input. */
  Items read(Input input) throws IOException;
}
