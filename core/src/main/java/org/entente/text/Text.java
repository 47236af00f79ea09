package org.entente.text;

import java.util.Arrays;

/**
 * A text that was cleaned and still knows where each of its characters came from.
 *
 * <p>All spans of a {@code Reading} point into {@link #cleaned()}, which for plain input is the
 * input itself, character by character; for HTML it is the visible text. {@link #original(Span)}
 * leads back to the source in every case. Offsets are UTF-16 units. Immutable and thread-safe.
 */
public final class Text {
  private final String original;
  private final String cleaned;
  private final int @org.jspecify.annotations.Nullable [] origins;

  private Text(String original, String cleaned, int @org.jspecify.annotations.Nullable [] origins) {
    this.original = original;
    this.cleaned = cleaned;
    this.origins = origins;
  }

  /** A text that needed no cleaning: both sides are the same. */
  public static Text verbatim(String original) {
    return new Text(original, original, null);
  }

  public static Builder cleaning(String original) {
    return new Builder(original);
  }

  public String original() {
    return original;
  }

  public String cleaned() {
    return cleaned;
  }

  /**
   * The span of the original that became {@code span} of the cleaned text.
   *
   * @throws IndexOutOfBoundsException when the span reaches over the end of the cleaned text
   */
  public Span original(Span span) {
    if (span.end() > cleaned.length()) {
      throw new IndexOutOfBoundsException(
          "span ends at " + span.end() + ", the text at " + cleaned.length());
    }
    if (origins == null) {
      return span;
    }
    int start = span.start() < cleaned.length() ? origins[2 * span.start()] : original.length();
    return span.isEmpty()
        ? new Span(start, start)
        : new Span(start, Math.max(start, origins[2 * span.end() - 1]));
  }

  /**
   * Collects the cleaned characters in order, each with the stretch of the original that it stands
   * for.
   */
  public static final class Builder {
    private final String original;
    private final StringBuilder cleaned = new StringBuilder();
    private int[] origins = new int[256];

    private Builder(String original) {
      this.original = original;
    }

    /** Appends one cleaned character that stands for {@code original[from, to)}. */
    public Builder append(char c, int from, int to) {
      int n = 2 * cleaned.length();
      if (n + 2 > origins.length) {
        origins = Arrays.copyOf(origins, 2 * origins.length);
      }
      origins[n] = from;
      origins[n + 1] = to;
      cleaned.append(c);
      return this;
    }

    /** Appends {@code original[from, to)} unchanged. */
    public Builder keep(int from, int to) {
      for (int i = from; i < to; i++) {
        append(original.charAt(i), i, i + 1);
      }
      return this;
    }

    public int length() {
      return cleaned.length();
    }

    /** A span of what was appended so far, without white space at its ends. */
    public Span strip(Span span) {
      return span.strip(cleaned);
    }

    public Text build() {
      return new Text(original, cleaned.toString(), Arrays.copyOf(origins, 2 * cleaned.length()));
    }
  }
}
