package org.entente.desk.chart;

import java.util.Locale;

/** Writes SVG and HTML piece by piece; whatever is not markup of our own is escaped. */
public final class Markup {
  private final StringBuilder out = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes names and values by turns; numbers are written with at most one digit after
   *     the point
   */
  public Markup open(String element, Object... attributes) {
    return tag(element, ">", attributes);
  }

  /** An element without content. */
  public Markup empty(String element, Object... attributes) {
    return tag(element, "/>", attributes);
  }

  private Markup tag(String element, String end, Object... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("attributes of " + element + " are not in pairs");
    }
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(value(attributes[i + 1]))).append('"');
    }
    out.append(end);
    return this;
  }

  private static String value(Object value) {
    if (value instanceof Double number) {
      String written = String.format(Locale.ROOT, "%.1f", number);
      return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }
    return value.toString();
  }

  public Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  public Markup text(String words) {
    out.append(escape(words));
    return this;
  }

  /** An element with nothing but text. */
  public Markup leaf(String element, String words, Object... attributes) {
    return open(element, attributes).text(words).close(element);
  }

  /** A text with the characters that HTML and XML read as their own replaced; controls left out. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t', '\r' -> safe.append(c);
        default -> {
          if (c >= ' ') {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
