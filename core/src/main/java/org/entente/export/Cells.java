package org.entente.export;

import java.util.regex.Pattern;

/** What a cell may hold in files that other programs read. Pure functions. */
public final class Cells {
  /** The full-width forms too: spreadsheets take them for the plain ones. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  private Cells() {}

  /**
   * A text as it may stand in a tab file: on one line, without tab, control character or the
   * straight quotation mark (an apostrophe takes its place), no half of a surrogate pair, no white
   * space at its ends.
   */
  public static String tab(String text) {
    return clean(text, true);
  }

  /** A text on one line, without control characters; quotation marks stay. */
  static String line(String text) {
    return clean(text, false);
  }

  private static String clean(String text, boolean marks) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean space = true;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        if (!space) {
          clean.append(' ');
        }
        space = true;
      } else {
        clean.appendCodePoint(marks || c != '"' ? replaced(c) : c);
        space = false;
      }
    }
    int length = clean.length();
    if (length > 0 && clean.charAt(length - 1) == ' ') {
      clean.setLength(length - 1);
    }
    return clean.toString();
  }

  /**
   * A text as it may stand in a CSV file: as {@link #tab}, in quotation marks where it holds a
   * comma, and with an apostrophe before a sign that a spreadsheet would take for a formula.
   * Numbers stay.
   */
  public static String csv(String text) {
    String clean = tab(text);
    boolean formula = !clean.isEmpty() && FORMULA.indexOf(clean.charAt(0)) >= 0;
    if (formula && !NUMBER.matcher(clean).matches()) {
      clean = "'" + clean;
    }
    return clean.indexOf(',') < 0 ? clean : '"' + clean + '"';
  }

  private static boolean isSpace(int c) {
    int type = Character.getType(c);
    return c == ' '
        || type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c == '\uFEFF';
  }

  private static int replaced(int c) {
    if (c == '"') {
      return '\'';
    }
    return Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c;
  }
}
