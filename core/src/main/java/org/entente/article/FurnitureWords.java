package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.text.Vocabulary;

/**
 * Lines that {@code furniture.txt} lists, alone or in a row ("Share | Print | Tweet"), and bare
 * addresses.
 */
final class FurnitureWords implements Heuristic {
  static final String RULE = "furniture";

  /** Ours: a longer line that begins like furniture is a sentence. */
  private static final int MOST_WORDS = 18;

  /** Stands for a number in the list and in lines. */
  private static final char NUMBER = 'N';

  private static final Pattern ROW = Pattern.compile("[|•·/\\t]|\\s-\\s");

  private final Set<String> whole = new HashSet<>();
  private final List<String> openings = new ArrayList<>();

  FurnitureWords() {
    for (String entry : Vocabulary.of(FurnitureWords.class, "furniture.txt")) {
      if (entry.endsWith("*")) {
        openings.add(bare(entry.substring(0, entry.length() - 1)));
      } else {
        whole.add(bare(entry));
      }
    }
  }

  @Override
  public void apply(Sheet sheet) {
    for (Paragraph p : sheet.unknown()) {
      if (isFurniture(p.text)) {
        p.label(Label.FURNITURE, RULE);
      }
    }
  }

  boolean isFurniture(String line) {
    if (HeadLineParts.words(line) > MOST_WORDS) {
      return false;
    }
    String bare = bare(line);
    if (isListed(bare) || isAddress(line)) {
      return true;
    }
    String[] pieces = ROW.split(line, -1);
    for (String piece : pieces) {
      if (!piece.isBlank() && !whole.contains(bare(piece))) {
        return false;
      }
    }
    return pieces.length > 1;
  }

  /** Whether it is listed word for word. */
  boolean isListedWhole(String line) {
    return whole.contains(bare(line));
  }

  private boolean isListed(String bare) {
    if (whole.contains(bare)) {
      return true;
    }
    for (String opening : openings) {
      if (bare.startsWith(opening)
          && (bare.length() == opening.length()
              || !Character.isLetter(bare.charAt(opening.length()))
              || !Character.isLetter(opening.charAt(opening.length() - 1)))) {
        return !bare.endsWith(".") || HeadLineParts.words(bare) < 12;
      }
    }
    return false;
  }

  private static boolean isAddress(String line) {
    return line.indexOf(' ') < 0
        && (line.startsWith("http://") || line.startsWith("https://") || line.startsWith("www."));
  }

  /** Lower case, figures as one sign, no marks at the ends. */
  private static String bare(String line) {
    StringBuilder bare = new StringBuilder(line.length());
    boolean digits = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean digit =
          Character.isDigit(c)
              || (c == NUMBER && line.length() > i + 1 && line.charAt(i + 1) == ' ')
              || (digits && (c == ',' || c == '.'));
      if (!digit) {
        bare.append(c == '\u00A0' ? ' ' : Character.toLowerCase(c));
      } else if (!digits) {
        bare.append(NUMBER);
      }
      digits = digit;
    }
    int from = 0;
    int to = bare.length();
    while (to > from && isMark(bare.charAt(to - 1))) {
      to--;
    }
    while (from < to && isMark(bare.charAt(from))) {
      from++;
    }
    return bare.substring(from, to);
  }

  private static boolean isMark(char c) {
    return !Character.isLetterOrDigit(c) && c != NUMBER && c != ')' && c != '(' && c != '©';
  }
}
