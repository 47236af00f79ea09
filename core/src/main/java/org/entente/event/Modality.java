package org.entente.event;

import java.util.Locale;
import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;

/** Auxiliaries and negation of a clause. One per sentence; not thread-safe. */
final class Modality {
  private static final Set<String> FUTURE = Set.of("will", "shall", "would", "'ll", "wo");
  private static final Set<String> NEGATIVE =
      Set.of("not", "n't", "never", "no", "no longer", "nor");

  private final Sentence s;

  Modality(Sentence s) {
    this.s = s;
  }

  /** "will withdraw unless …" is a threat, however peaceful the act. */
  boolean isUltimatum(int p) {
    for (int i = 0; i < s.size(); i++) {
      if (s.relation(i) == Relation.MARK && s.lemma(i).equals("unless") && s.dominates(p, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the clause says what somebody else must do. */
  boolean isObligation(int p) {
    return hasAuxiliary(p, "must") || hasAuxiliary(p, "should");
  }

  boolean hasAuxiliary(int p, String lemma) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.lemma(c).equals(lemma)) {
        return true;
      }
    }
    return false;
  }

  boolean isFuture(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean be = s.relation(c) == Relation.AUX || s.relation(c) == Relation.COP;
      if (be && s.lemma(c).equals("be") && isInfinitive(p)) {
        return true;
      }
      if (s.relation(c) == Relation.AUX && FUTURE.contains(s.form(c).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInfinitive(int p) {
    int mark = s.child(p, Relation.MARK);
    return mark != Sentence.NONE && s.lemma(mark).equals("to");
  }

  boolean isNegated(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.ADVMOD
          && NEGATIVE.contains(s.lemma(c).toLowerCase(Locale.ROOT))) {
        return true;
      }
      Relation r = s.relation(c);
      if ((r == Relation.OBJ || r == Relation.NSUBJ_PASS) && hasNo(c)) {
        return true;
      }
    }
    return false;
  }

  /** "No talks". */
  boolean hasNo(int noun) {
    int determiner = s.child(noun, Relation.DET);
    return determiner != Sentence.NONE && s.lemma(determiner).equalsIgnoreCase("no");
  }

  /** "Has not yet met": neither done nor refused. */
  boolean isNotYet(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.ADVMOD && s.lemma(c).equals("yet")) {
        return isNegated(p);
      }
    }
    return false;
  }
}
