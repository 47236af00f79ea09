package org.entente.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.codebook.DataFile;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/**
 * Tells what is no politics: sentences about sport, harm without force, and people, firms, animals
 * and weather whose doings are private. The words stand in {@code private.tsv}. Immutable and
 * thread-safe.
 */
final class PrivateLife {
  /** So many words that are only often of sport make a sentence one of sport. */
  private static final int ENOUGH = 2;

  private final Map<String, Set<String>> words = new HashMap<>();

  PrivateLife() {
    for (DataFile.Row row : DataFile.resource(PrivateLife.class, "private.tsv", 2).rows()) {
      words.computeIfAbsent(row.column(0), k -> new HashSet<>()).addAll(row.list(1));
    }
  }

  /** Whether the noun at {@code token} says that its bearer takes no part in political events. */
  boolean isPrivate(Sentence s, int token) {
    return token != Sentence.NONE && s.upos(token) == Upos.NOUN && is("role", lemma(s, token));
  }

  /** Whether the sentence names a weapon, an armed body or an act of force. */
  boolean tellsOfForce(Sentence s) {
    for (int i = 0; i < s.size(); i++) {
      if (is("force", lemma(s, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence is about sport. */
  boolean isSport(Sentence s) {
    int often = 0;
    for (int i = 0; i < s.size(); i++) {
      String lemma = lemma(s, i);
      String joined = i > 0 ? lemma(s, i - 1) + "_" + lemma : lemma;
      String hyphened = i > 1 && s.form(i - 1).equals("-") ? lemma(s, i - 2) + "-" + lemma : lemma;
      if (is("sport", lemma) || is("sport", joined) || is("sport", hyphened)) {
        return true;
      }
      often += s.upos(i) != Upos.PROPN && is("game", lemma) ? 1 : 0;
    }
    return often >= ENOUGH;
  }

  private boolean is(String kind, String word) {
    return words.getOrDefault(kind, Set.of()).contains(word);
  }

  private static String lemma(Sentence s, int token) {
    return s.lemma(token).toLowerCase(Locale.ROOT);
  }
}
