package org.entente.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into characters: by byte order mark, then by what was declared, then by looking. A
 * declaration that the bytes contradict is overruled, and said so.
 */
final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private Charsets() {}

  /** Characters, and what was wrong with their declaration. */
  record Decoded(String text, List<Problem> problems) {}

  static Decoded decode(byte[] bytes, @Nullable String declared, String where) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    List<Problem> problems = new ArrayList<>();
    Charset named = named(declared, where, problems);
    if (named != null) {
      String text = strictly(bytes, 0, named);
      if (text != null) {
        return new Decoded(text, problems);
      }
      problems.add(
          problem(where, "is not the " + named + " it declares; its charset was detected instead"));
    }
    return new Decoded(detect(bytes, named, where, problems), problems);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    Charset marked = null;
    int skip = 2;
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      marked = StandardCharsets.UTF_8;
      skip = 3;
    } else if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      marked = StandardCharsets.UTF_16BE;
    } else if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      marked = StandardCharsets.UTF_16LE;
    }
    String text = marked == null ? null : strictly(b, skip, marked);
    return text == null ? null : new Decoded(text, List.of());
  }

  private static @Nullable Charset named(
      @Nullable String declared, String where, List<Problem> problems) {
    if (declared == null || declared.isBlank()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(declared.strip());
      // Browsers read these declarations as windows-1252 (WHATWG Encoding), and so do pages mean
      // it.
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? WESTERN
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.add(problem(where, "declares the unknown charset '" + declared + "'"));
      return null;
    }
  }

  private static String detect(
      byte[] bytes, @Nullable Charset refuted, String where, List<Problem> problems) {
    String text =
        StandardCharsets.UTF_8.equals(refuted) ? null : strictly(bytes, 0, StandardCharsets.UTF_8);
    if (text != null) {
      return text;
    }
    Charset wide = wide(bytes);
    String wideText = wide == null ? null : strictly(bytes, 0, wide);
    if (wideText != null) {
      return wideText;
    }
    Charset guess = looksCyrillic(bytes) ? CYRILLIC : WESTERN;
    if (refuted == null) {
      problems.add(problem(where, "is not UTF-8 and declares no charset; it was read as " + guess));
    }
    return new String(bytes, guess);
  }

  /** UTF-16 without a mark: Western text then has a zero in every other byte. */
  static @Nullable Charset wide(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int n = Math.min(bytes.length, 4096) & ~1;
    for (int i = 0; i < n; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    // Ours: 40 % of the units in Latin script on one side, none to speak of on the other.
    int enough = Math.max(1, n / 5);
    if (n >= 8 && odd >= enough && even * 20 < n) {
      return StandardCharsets.UTF_16LE;
    }
    return n >= 8 && even >= enough && odd * 20 < n ? StandardCharsets.UTF_16BE : null;
  }

  /** Cyrillic words are runs of high bytes; Western accents stand alone between ASCII letters. */
  private static boolean looksCyrillic(byte[] bytes) {
    int high = 0;
    int inRuns = 0;
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        high++;
        inRuns += bytes[i - 1] < 0 ? 1 : 0;
      }
    }
    return 2 * inRuns > high && high > 20;
  }

  private static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      // The lenient way is several times faster, and shows where it was lenient.
      String text = new String(bytes, from, bytes.length - from, charset);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              charset.equals(WESTERN) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Problem problem(String where, String message) {
    return new Problem(Problem.Kind.CHARSET, where, message);
  }
}
