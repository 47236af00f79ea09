package org.entente.statement;

import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/** Who stands as the source of a verb, by its tree. One per sentence; not thread-safe. */
final class Sources {
  /** Joined and dependent verbs share a subject over at most so many steps. */
  private static final int MOST_STEPS = 4;

  private final Sentence s;
  private final Cues cues;

  Sources(SentenceText words) {
    this.s = words.sentence();
    this.cues = words.cues();
  }

  /** The head of the source, or {@link Sentence#NONE}. */
  int of(int v, String lemma) {
    int subject = subject(v);
    if (subject == Sentence.NONE && isTrailing(v)) {
      subject = s.child(v, Relation.OBJ);
    }
    return subject == Sentence.NONE && cues.is(Cues.Frame.CLAUSE, lemma) ? inverted(v) : subject;
  }

  /** The subject: its own, that of the verb it is joined to or depends on. */
  int subject(int v) {
    int up = v;
    for (int steps = 0; steps < MOST_STEPS && up != Sentence.NONE; steps++) {
      int own = own(up, v);
      if (own != Sentence.NONE) {
        return own;
      }
      Relation r = s.relation(up);
      if (r == Relation.ACL && s.xpos(up).equals("VBG")) {
        return s.head(up);
      }
      boolean shares =
          r == Relation.CONJ
              || r == Relation.XCOMP
              || r == Relation.ADVCL && s.xpos(v).equals("VBG");
      up = shares ? s.head(up) : Sentence.NONE;
    }
    return Sentence.NONE;
  }

  private int own(int up, int v) {
    for (int c = s.firstChild(up); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean passive = r == Relation.NSUBJ_PASS && up != v;
      if (r == Relation.NSUBJ || r == Relation.NSUBJ_OUTER || passive) {
        return c;
      }
    }
    return Sentence.NONE;
  }

  /** "…," said the envoy: the phrase right after a cue that follows a mark. */
  private int inverted(int v) {
    boolean mark = v > 0 && ",\"\u201D''".contains(s.form(v - 1));
    if (!mark || v + 1 >= s.size()) {
      return Sentence.NONE;
    }
    int token = v + 1;
    while (s.head(token) > token && isBefore(s.relation(token))) {
      token = s.head(token);
    }
    boolean phrase = s.upos(token) == Upos.NOUN || s.upos(token) == Upos.PROPN;
    return phrase && s.leftEdge(token) == v + 1 ? token : Sentence.NONE;
  }

  /** What stands before the noun that it belongs to. */
  private static boolean isBefore(Relation r) {
    return switch (r) {
      case DET, AMOD, COMPOUND, NMOD_POSS, NMOD_DESC, NUMMOD, FLAT -> true;
      default -> false;
    };
  }

  /** ", officials said": the cue's clause stands beside what it reports. */
  boolean isTrailing(int v) {
    int first = s.leftEdge(v);
    return s.relation(v) == Relation.PARATAXIS
        && first > 0
        && s.head(v) < first
        && !isRelative(first)
        && !isRelative(first + 1);
  }

  private boolean isRelative(int token) {
    return s.xpos(token).equals("WDT") || s.xpos(token).equals("WP");
  }
}
