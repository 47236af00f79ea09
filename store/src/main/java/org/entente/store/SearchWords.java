package org.entente.store;

import java.util.ArrayList;
import java.util.List;

/** Turns what a reader types into a query of SQLite's FTS5. */
final class SearchWords {
  private SearchWords() {}

  /** Each word quoted, quoted phrases kept; empty when there is nothing to look for. */
  static String of(String typed) {
    List<String> terms = new ArrayList<>();
    String[] parts = typed.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean phrase = i % 2 == 1;
      for (String term :
          phrase ? new String[] {parts[i].strip()} : parts[i].strip().split("\\s+")) {
        if (term.codePoints().anyMatch(Character::isLetterOrDigit)) {
          terms.add('"' + term + '"');
        }
      }
    }
    return String.join(" ", terms);
  }
}
