package org.entente.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Lines of iCalendar (RFC 5545), folded at 75 octets without breaking a character. */
public final class CalendarLines {
  private static final int OCTETS = 75;

  private CalendarLines() {}

  /** A text as the value of a property may hold it. */
  public static String escaped(String text) {
    return Cells.line(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /** Writes one line of whatever length. */
  public static void write(Appendable out, String text) throws IOException {
    int octets = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String character = Character.toString(text.codePointAt(i));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.append(character);
      octets += size;
    }
    out.append("\r\n");
  }
}
