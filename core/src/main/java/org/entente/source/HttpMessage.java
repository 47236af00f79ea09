package org.entente.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response as a crawler kept it. Crawlers unpack bodies and leave the headers that declare
 * them packed, servers send headers that are none: what is declared is tried, and where the bytes
 * contradict it, they are taken as they are.
 */
final class HttpMessage {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d+)?\\s+(\\d{3})\\b");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpMessage(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /**
   * What a body holds when it is unpacked.
   *
   * @param bytes null where it cannot be unpacked
   * @param fault what was wrong; empty for nothing
   */
  record Body(byte @Nullable [] bytes, String fault) {}

  /** The response in {@code bytes}; null where they are none. */
  static @Nullable HttpMessage of(byte[] bytes) {
    int end = headEnd(bytes);
    String head = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    String[] lines = head.split("\r?\n", -1);
    Matcher status = STATUS.matcher(lines[0]);
    if (!status.lookingAt()) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.putIfAbsent(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    byte[] body = Arrays.copyOfRange(bytes, end, bytes.length);
    return new HttpMessage(Integer.parseInt(status.group(1)), headers, body);
  }

  /** Where the body begins: behind the first empty line. */
  private static int headEnd(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (bytes[i] == '\n'
          && bytes[i + 1] == '\r'
          && i + 2 < bytes.length
          && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    return bytes.length;
  }

  int status() {
    return status;
  }

  /** Empty where there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  Body decoded() {
    boolean chunked = header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked");
    byte[] whole = chunked ? joined(body) : body;
    String packing = header("content-encoding").toLowerCase(Locale.ROOT);
    if (whole.length > 1 && whole[0] == (byte) 0x1F && whole[1] == (byte) 0x8B) {
      return unpacked(whole, GZIPInputStream::new);
    }
    if (packing.contains("deflate") && PlainReader.isBinary(whole)) {
      boolean wrapped = whole.length > 1 && ((whole[0] << 8 | whole[1] & 0xFF) & 0xFFFF) % 31 == 0;
      return unpacked(whole, in -> new InflaterInputStream(in, new Inflater(!wrapped)));
    }
    if (!packing.isBlank() && PlainReader.isBinary(whole)) {
      return new Body(
          null, "is packed as '" + packing + "', which is not read; the page was left out");
    }
    return new Body(whole, "");
  }

  /** Chunks put together; the bytes as they are where they are no chunks. */
  private static byte[] joined(byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      int size = size(new String(body, at, end - at, StandardCharsets.ISO_8859_1));
      if (size < 0) {
        return whole.size() == 0 ? body : whole.toByteArray();
      }
      if (size == 0) {
        break;
      }
      int length = Math.clamp(size, 0, Math.max(0, body.length - end - 1));
      whole.write(body, Math.min(end + 1, body.length), length);
      at = end + 1 + length;
      while (at < body.length && (body[at] == '\r' || body[at] == '\n')) {
        at++;
      }
    }
    return whole.toByteArray();
  }

  private static int size(String line) {
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    try {
      return digits.length() > 7 || digits.startsWith("-") ? -1 : Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private interface Packing {
    InputStream open(InputStream in) throws IOException;
  }

  /** What could be unpacked, with a fault where that is not all. */
  private static Body unpacked(byte[] packed, Packing packing) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(4 * packed.length);
    Counted counted = new Counted(new ByteArrayInputStream(packed));
    byte[] buffer = new byte[1 << 14];
    try (InputStream in = new Unpacked(packing.open(counted), counted)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        whole.write(buffer, 0, n);
        if (whole.size() > Limits.DOCUMENT) {
          return new Body(null, "unpacks to more than a document may hold; it was left out");
        }
      }
      return new Body(whole.toByteArray(), "");
    } catch (IOException e) {
      return whole.size() == 0 || e instanceof Unpacked.BombException
          ? new Body(null, "cannot be unpacked; the page was left out")
          : new Body(whole.toByteArray(), "is packed and damaged; what comes before is read");
    }
  }
}
