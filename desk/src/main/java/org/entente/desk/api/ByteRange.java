package org.entente.desk.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param first its first byte, from 0
 * @param last its last byte
 */
record ByteRange(long first, long last) {
  private static final Pattern HEADER = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{0,18})");

  /**
   * What a header {@code Range} asks for (RFC 9110, 14.2); null for none, and for what is not
   * answered in parts: several at once, the last bytes of an unknown number, other units.
   */
  static @Nullable ByteRange of(@Nullable String header) {
    Matcher asked = HEADER.matcher(header == null ? "" : header.strip());
    if (!asked.matches()) {
      return null;
    }
    long first = Long.parseLong(asked.group(1));
    long last = asked.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(asked.group(2));
    return last < first ? null : new ByteRange(first, last);
  }

  /** The same within a file of so many bytes. */
  ByteRange within(long length) {
    return new ByteRange(first, Math.min(last, length - 1));
  }

  long length() {
    return last - first + 1;
  }

  /** As the header {@code Content-Range} has it. */
  String of(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
