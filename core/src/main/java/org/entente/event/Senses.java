package org.entente.event;

import java.util.Locale;
import java.util.Set;
import org.entente.codebook.Codebook;
import org.entente.codebook.Sense;
import org.entente.codebook.VerbPattern;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.jspecify.annotations.Nullable;

/**
 * What verbs and nouns of a sentence mean by the codebook: the most demanding pattern that fits the
 * particle, the prepositions and the objects around a verb. One per sentence; not thread-safe.
 */
final class Senses {
  private static final Set<String> DAYS =
      Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Codebook book;
  private final Sentence s;

  Senses(Codebook book, Sentence s) {
    this.book = book;
    this.s = s;
  }

  /** The sense of a verb by the most demanding of its patterns that fits. */
  @Nullable Sense verb(int p) {
    for (VerbPattern pattern : book.verb(s.lemma(p).toLowerCase(Locale.ROOT))) {
      if (fits(p, pattern)) {
        return pattern.sense();
      }
    }
    return null;
  }

  private boolean fits(int p, VerbPattern pattern) {
    return lacks(p, pattern).isEmpty();
  }

  /** What the pattern asks for and the verb has not; empty when it fits. */
  String lacks(int p, VerbPattern pattern) {
    if (!pattern.particle().isEmpty() && !hasParticle(p, pattern.particle())) {
      return "no particle '" + pattern.particle() + "'";
    }
    if (!pattern.preposition().isEmpty() && !hasOblique(p, pattern.preposition())) {
      return "no phrase with '" + pattern.preposition() + "'";
    }
    return pattern.objects().isEmpty() || hasObject(p, pattern) ? "" : "other object";
  }

  private boolean hasParticle(int p, String particle) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean near =
          r == Relation.COMPOUND_PRT
              || r == Relation.ADVMOD
              || r == Relation.OBL && s.firstChild(c) == Sentence.NONE;
      if (near && s.lemma(c).equals(particle)) {
        return true;
      }
      int marker = r.is(Relation.OBL) ? s.child(c, Relation.CASE) : Sentence.NONE;
      if (marker == p + 1 && s.lemma(marker).equals(particle)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOblique(int p, String preposition) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (c == p + 1 && s.relation(c) == Relation.ADVMOD && s.lemma(c).equals(preposition)) {
        return true;
      }
      Relation r = s.relation(c);
      boolean dependent = r.is(Relation.OBL) || r == Relation.ADVCL || r == Relation.XCOMP;
      if (dependent && isMarked(c, preposition) && !isDay(c)) {
        return true;
      }
    }
    int object = object(p);
    int nmod = object == Sentence.NONE ? Sentence.NONE : s.child(object, Relation.NMOD);
    int marker = nmod == Sentence.NONE ? Sentence.NONE : s.child(nmod, Relation.CASE);
    return marker != Sentence.NONE && s.lemma(marker).equals(preposition);
  }

  /**
   * Whether a preposition marks a phrase or clause: "out of the pact" is marked with both words.
   */
  boolean isMarked(int token, String preposition) {
    boolean marked = false;
    for (int c = s.firstChild(token); c != Sentence.NONE && c < token; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      marked |= (r == Relation.CASE || r == Relation.MARK) && s.lemma(c).equals(preposition);
    }
    return marked;
  }

  /** "Called elections on Tuesday" is no calling on anybody. */
  private boolean isDay(int token) {
    return DAYS.contains(s.lemma(token).toLowerCase(Locale.ROOT));
  }

  private boolean hasObject(int p, VerbPattern pattern) {
    Set<String> lemmas = pattern.objects();
    int object = object(p);
    if (object != Sentence.NONE && isOne(object, lemmas)) {
      return true;
    }
    for (int c = object == Sentence.NONE ? Sentence.NONE : s.firstChild(object);
        c != Sentence.NONE;
        c = s.nextChild(c)) {
      int marker = s.child(c, Relation.CASE);
      boolean within = marker != Sentence.NONE && s.lemma(marker).equals("in");
      if (s.relation(c) == Relation.NMOD && !within && isOne(c, lemmas)) {
        return true;
      }
    }
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean predicate =
          s.relation(c) == Relation.XCOMP
              || s.relation(c).is(Relation.OBL) && isManner(p, c, pattern.preposition())
              || s.relation(c) == Relation.ADVMOD;
      if (predicate && isOne(c, lemmas)) {
        return true;
      }
    }
    return false;
  }

  private boolean isManner(int p, int oblique, String preposition) {
    int marker = s.child(oblique, Relation.CASE);
    return marker == Sentence.NONE
        || marker == p + 1
        || s.lemma(marker).equals(preposition)
        || Set.of("as", "to", "on", "under", "of", "for").contains(s.lemma(marker));
  }

  private boolean isOne(int noun, Set<String> lemmas) {
    for (int token = noun; token != Sentence.NONE; token = conjunct(token)) {
      String lemma = s.lemma(token).toLowerCase(Locale.ROOT);
      String singular = singular(lemma);
      if (lemmas.contains(lemma) || lemmas.contains(singular) || lemmas.contains(joined(token))) {
        return true;
      }
      int of = s.child(token, Relation.NMOD);
      boolean quantity = book.isWord("quantity", s.lemma(token));
      if (quantity && of != Sentence.NONE && lemmas.contains(s.lemma(of))) {
        return true;
      }
    }
    return false;
  }

  private static String singular(String lemma) {
    if (lemma.endsWith("ies")) {
      return lemma.substring(0, lemma.length() - 3) + "y";
    }
    return lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
  }

  private int conjunct(int token) {
    return s.head(token) != token ? s.child(token, Relation.CONJ) : Sentence.NONE;
  }

  private String joined(int noun) {
    return noun > 0 ? (s.lemma(noun - 1) + "_" + s.lemma(noun)).toLowerCase(Locale.ROOT) : "";
  }

  /** The object, the passive subject, or what a participle after a noun says of that noun. */
  int object(int p) {
    int object = s.child(p, Relation.OBJ);
    if (object == Sentence.NONE) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        if (s.relation(c) == Relation.NSUBJ_PASS) {
          return c;
        }
      }
    }
    return object;
  }

  /** Whether the pattern asks for no object: it gives way to a light verb with an act noun. */
  boolean isGeneric(int p, Sense sense) {
    for (VerbPattern pattern : book.verb(s.lemma(p))) {
      if (pattern.sense() == sense) {
        return pattern.objects().isEmpty();
      }
    }
    return false;
  }

  /** The sense of a noun, by itself or with a modifier; null when it has none. */
  @Nullable Sense noun(int noun) {
    if (s.upos(noun) != Upos.NOUN && s.upos(noun) != Upos.PROPN) {
      return null;
    }
    for (int c = s.firstChild(noun); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.COMPOUND || s.relation(c) == Relation.AMOD) {
        Sense joined = book.noun((s.lemma(c) + "_" + s.lemma(noun)).toLowerCase(Locale.ROOT));
        if (joined != null) {
          return joined;
        }
      }
    }
    return book.noun(s.lemma(noun).toLowerCase(Locale.ROOT));
  }
}
