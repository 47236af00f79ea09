package org.entente.source;

import java.io.IOException;
import java.io.InputStream;
import org.entente.text.Problem;

/** How much of anything is read. Ours: the longest page of the development sets has 3 MB. */
final class Limits {
  /** Bytes of one document, and of one line of JSON Lines. */
  static final int DOCUMENT = 32 << 20;

  private Limits() {}

  /** Everything that is left, or null where it is more than one document may hold. */
  static byte @org.jspecify.annotations.Nullable [] all(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(DOCUMENT + 1);
    return bytes.length > DOCUMENT ? null : bytes;
  }

  static Item tooLarge(String where) {
    return Item.failed(
        Problem.Kind.TOO_LARGE,
        where,
        "is larger than " + (DOCUMENT >> 20) + " MB and was left out; split it into documents");
  }
}
