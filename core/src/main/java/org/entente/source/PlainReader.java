package org.entente.source;

import java.io.IOException;
import java.util.Locale;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/** Plain text, one document a file; the reader of last resort. */
final class PlainReader implements DocumentReader {
  @Override
  public boolean accepts(Input input) {
    return true;
  }

  @Override
  public Items read(Input input) throws IOException {
    try (input) {
      byte[] bytes = Limits.all(input.bytes());
      return Items.of(
          bytes == null
              ? Limits.tooLarge(input.name())
              : item(input.name(), bytes, charset(input.contentType()), Metadata.NONE));
    }
  }

  static Item item(String name, byte[] bytes, @Nullable String declared, Metadata metadata) {
    if (bytes.length == 0) {
      return Item.failed(Problem.Kind.EMPTY, name, "is empty; there is nothing to read");
    }
    if (isBinary(bytes)) {
      return Item.failed(
          Problem.Kind.BINARY,
          name,
          "is a binary file, not text, HTML, a feed, JSON Lines or WARC; convert it to text first");
    }
    Charsets.Decoded decoded = Charsets.decode(bytes, declared, name);
    if (decoded.text().isBlank()) {
      return Item.failed(Problem.Kind.EMPTY, name, "holds only white space");
    }
    return Item.read(Document.plain(name, decoded.text(), metadata), decoded.problems());
  }

  /** Text has no zero bytes (unless it is UTF-16) and hardly any control characters. */
  static boolean isBinary(byte[] bytes) {
    if (Charsets.wide(bytes) != null
        || (bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF)) {
      return false;
    }
    int n = Math.min(bytes.length, 1 << 16);
    int control = 0;
    for (int i = 0; i < n; i++) {
      byte b = bytes[i];
      if (b == 0) {
        return true;
      }
      control += b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' ? 1 : 0;
    }
    // Ours: a stray form feed or escape happens in text, one in fifty does not.
    return control * 50 > n;
  }

  /** The charset of a media type such as {@code text/html; charset=utf-8}, or null. */
  static @Nullable String charset(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    String rest = contentType.substring(at + 8);
    int end = rest.indexOf(';');
    return (end < 0 ? rest : rest.substring(0, end)).replace("\"", "").replace("'", "").strip();
  }
}
