package org.entente.event;

import java.util.Locale;
import java.util.Set;
import org.entente.codebook.Act;
import org.entente.codebook.Codebook;
import org.entente.codebook.Operator;
import org.entente.codebook.Sense;
import org.entente.codebook.VerbPattern;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what a predicate means: verbs by their patterns, light verbs with an act noun,
 * operators over their complements, copulas with an adjective. One per sentence; not thread-safe.
 */
final class Recogniser {
  private static final int DEPTH = 5;
  private static final Set<String> COMING =
      Set.of("announce", "plan", "schedule", "propose", "arrange");
  private static final Set<String> DESTINED =
      Set.of("expect", "schedule", "slate", "intend", "design", "mean");
  private static final Set<String> FUTURE = Set.of("will", "shall", "would", "'ll", "wo");
  private static final Set<String> NEGATIVE =
      Set.of("not", "n't", "never", "no", "no longer", "nor");

  private final Codebook book;
  private final Sentence s;

  Recogniser(Codebook book, Sentence s) {
    this.book = book;
    this.s = s;
  }

  /** What the clause headed by {@code p} says, or null. */
  @Nullable Coding recognise(int p) {
    return recognise(p, 0);
  }

  private @Nullable Coding recognise(int p, int depth) {
    if (depth > DEPTH || s.xpos(p).equals("VBG") && s.child(p, Relation.DET) != Sentence.NONE) {
      return null;
    }
    Coding coding =
        s.upos(p) == Upos.VERB || s.upos(p) == Upos.AUX ? verb(p, depth) : predicative(p, depth);
    return coding == null ? null : withModality(p, coding);
  }

  private @Nullable Coding verb(int p, int depth) {
    String lemma = s.lemma(p);
    if (DESTINED.contains(lemma) && s.child(p, Relation.AUX_PASS) != Sentence.NONE) {
      return expected(p, depth);
    }
    Sense sense = sense(p);
    if (sense != null && sense.operator() != null) {
      return operator(p, sense.operator(), sense.rule(), depth);
    }
    Coding light = book.isWord("light", lemma) ? lightVerb(p) : null;
    if (light != null && (sense == null || isGeneric(p, sense))) {
      return light;
    }
    if (sense != null && sense.act() != null) {
      return done(sense.act(), p, p);
    }
    if (book.isWord("aspect", lemma)) {
      int complement = complement(p);
      Coding inner = complement == Sentence.NONE ? null : recognise(complement, depth + 1);
      return inner == null
          ? null
          : new Coding(
              inner.code(),
              inner.act(),
              inner.operator(),
              p,
              inner.inner(),
              inner.addressee(),
              inner.rule());
    }
    return null;
  }

  /** "is expected to visit": what is to come, by whoever is expected. */
  private @Nullable Coding expected(int p, int depth) {
    int complement = complement(p);
    Coding inner = complement == Sentence.NONE ? null : recognise(complement, depth + 1);
    if (inner == null || inner.act() == null || inner.operator() != null) {
      return null;
    }
    Operator operator = hostile(inner.code()) ? Operator.THREATEN : Operator.AGREE;
    String code = book.compose(operator, inner.act());
    return code == null
        ? null
        : new Coding(
            code,
            inner.act(),
            operator,
            p,
            inner.inner(),
            Sentence.NONE,
            "expected+" + inner.rule());
  }

  /** A bare pattern gives way to a light verb with an act noun. */
  private boolean isGeneric(int p, Sense sense) {
    for (VerbPattern pattern : book.verb(s.lemma(p))) {
      if (pattern.sense() == sense) {
        return pattern.objects().isEmpty();
      }
    }
    return false;
  }

  private static Coding done(Act act, int outer, int inner) {
    return new Coding(act.code(), act, null, outer, inner, Sentence.NONE, act.id());
  }

  /** The sense of a verb by the most demanding of its patterns that fits. */
  @Nullable Sense sense(int p) {
    for (VerbPattern pattern : book.verb(s.lemma(p).toLowerCase(Locale.ROOT))) {
      if (fits(p, pattern)) {
        return pattern.sense();
      }
    }
    return null;
  }

  private boolean fits(int p, VerbPattern pattern) {
    if (!pattern.particle().isEmpty() && !hasParticle(p, pattern.particle())) {
      return false;
    }
    if (!pattern.preposition().isEmpty() && !hasOblique(p, pattern.preposition())) {
      return false;
    }
    return pattern.objects().isEmpty() || hasObject(p, pattern.objects());
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
      if (r.is(Relation.OBL) || r == Relation.ADVCL || r == Relation.XCOMP) {
        int marker = s.child(c, Relation.CASE);
        marker = marker == Sentence.NONE ? s.child(c, Relation.MARK) : marker;
        if (marker != Sentence.NONE && s.lemma(marker).equals(preposition)) {
          return true;
        }
      }
    }
    int object = object(p);
    int nmod = object == Sentence.NONE ? Sentence.NONE : s.child(object, Relation.NMOD);
    int marker = nmod == Sentence.NONE ? Sentence.NONE : s.child(nmod, Relation.CASE);
    return marker != Sentence.NONE && s.lemma(marker).equals(preposition);
  }

  private boolean hasObject(int p, Set<String> lemmas) {
    int object = object(p);
    if (object != Sentence.NONE && isOne(object, lemmas)) {
      return true;
    }
    for (int c = object == Sentence.NONE ? Sentence.NONE : s.firstChild(object);
        c != Sentence.NONE;
        c = s.nextChild(c)) {
      if (s.relation(c) == Relation.NMOD && isOne(c, lemmas)) {
        return true;
      }
    }
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean predicate =
          s.relation(c) == Relation.XCOMP
              || s.relation(c).is(Relation.OBL) && isManner(p, c)
              || s.relation(c) == Relation.ADVMOD;
      if (predicate && isOne(c, lemmas)) {
        return true;
      }
    }
    return false;
  }

  private boolean isManner(int p, int oblique) {
    int marker = s.child(oblique, Relation.CASE);
    return marker == Sentence.NONE
        || marker == p + 1
        || Set.of("as", "to", "on", "under", "of", "for").contains(s.lemma(marker));
  }

  private boolean isOne(int noun, Set<String> lemmas) {
    for (int token = noun; token != Sentence.NONE; token = conjunct(token)) {
      String lemma = s.lemma(token).toLowerCase(Locale.ROOT);
      String singular = lemma.endsWith("s") ? lemma.substring(0, lemma.length() - 1) : lemma;
      if (lemmas.contains(lemma) || lemmas.contains(singular) || lemmas.contains(joined(token))) {
        return true;
      }
      int of = s.child(token, Relation.NMOD);
      boolean quantity =
          s.lemma(token)
              .matches(
                  "number|part|series|round|state|hundred|thousand|dozen|tons?|type|kind|shipment|visit");
      if (quantity && of != Sentence.NONE && lemmas.contains(s.lemma(of))) {
        return true;
      }
    }
    return false;
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

  /** "held talks", "imposed a curfew", "came under attack". */
  private @Nullable Coding lightVerb(int p) {
    int object = object(p);
    Coding coding = object == Sentence.NONE ? null : nounAct(object);
    if (coding == null) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        if (s.relation(c).is(Relation.OBL)
            && coding == null
            && s.child(c, Relation.CASE) != Sentence.NONE) {
          coding =
              "in on under into for to".contains(s.lemma(s.child(c, Relation.CASE)))
                  ? nounAct(c)
                  : null;
        }
      }
    }
    return coding == null ? null : governed(p, coding);
  }

  /** The act noun under its verb: "announced talks" are talks to come. */
  private Coding governed(int p, Coding coding) {
    Act act = coding.act();
    String code = null;
    if (act != null
        && coding.operator() == null
        && COMING.contains(s.lemma(p))
        && !hostile(act.code())) {
      code = book.compose(Operator.AGREE, act);
    }
    String rule = code == null ? coding.rule() : "agree+" + coding.rule();
    return new Coding(
        code == null ? coding.code() : code,
        act,
        code == null ? coding.operator() : Operator.AGREE,
        p,
        coding.inner(),
        coding.addressee(),
        rule);
  }

  /**
   * What a noun says as an act of its own, or as an operator over an act noun or clause that
   * depends on it.
   */
  @Nullable Coding nounAct(int noun) {
    Sense sense = nounSense(noun);
    if (sense == null) {
      return null;
    }
    if (sense.act() != null) {
      return done(sense.act(), noun, noun);
    }
    return operator(noun, java.util.Objects.requireNonNull(sense.operator()), sense.rule(), 1);
  }

  private @Nullable Sense nounSense(int noun) {
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

  private Coding operator(int p, Operator operator, String rule, int depth) {
    int addressee = object(p);
    int complement = complement(p);
    Coding inner = complement == Sentence.NONE ? null : recognise(complement, depth + 1);
    if (inner == null && addressee != Sentence.NONE) {
      inner = nounAct(addressee);
      inner = inner == null ? ofNoun(addressee) : inner;
      addressee = inner == null ? addressee : Sentence.NONE;
    }
    if (inner == null) {
      inner = ofNoun(p);
    }
    if (inner == null || inner.act() == null) {
      String code =
          inner == null || operator == Operator.REJECT || operator == Operator.DEMAND
              ? book.plain(operator)
              : inner.code();
      return new Coding(
          code, null, operator, p, inner == null ? p : inner.inner(), addressee, rule);
    }
    String code =
        inner.operator() == null || operator == Operator.REJECT || operator == Operator.DEMAND
            ? book.compose(operator, inner.act())
            : inner.code();
    return new Coding(
        code == null ? book.plain(operator) : code,
        inner.act(),
        operator,
        p,
        inner.inner(),
        addressee,
        rule + "+" + inner.rule());
  }

  /** The act noun among the obliques of a verb or the "of", "for", "to" and "on" of a noun. */
  private @Nullable Coding ofNoun(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean dependent =
          s.relation(c) == Relation.NMOD
              || s.relation(c) == Relation.OBL
              || s.relation(c) == Relation.COMPOUND;
      Coding coding = dependent ? nounAct(c) : null;
      coding = coding == null && dependent && s.relation(c) == Relation.OBL ? ofNoun(c) : coding;
      if (coding != null) {
        return coding;
      }
    }
    return null;
  }

  /**
   * The clause that a verb, noun or adjective takes as what is wished, promised, refused or begun.
   */
  int complement(int p) {
    int found = Sentence.NONE;
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (r == Relation.XCOMP || r == Relation.CCOMP) {
        return c;
      }
      boolean infinitive =
          (r == Relation.ADVCL || r == Relation.ACL || r == Relation.ACL_RELCL)
              && s.child(c, Relation.MARK) != Sentence.NONE;
      boolean gerund =
          r == Relation.ACL
              || r == Relation.ADVCL
                  && s.xpos(c).equals("VBG")
                  && s.child(c, Relation.MARK) != Sentence.NONE;
      if (found == Sentence.NONE
          && (infinitive && s.lemma(s.child(c, Relation.MARK)).equals("to") || gerund)) {
        found = c;
      }
    }
    return found;
  }

  /** "is ready to send", "talks are under way", "was a violation of". */
  private @Nullable Coding predicative(int p, int depth) {
    Sense sense =
        s.upos(p) == Upos.ADJ || s.upos(p) == Upos.VERB ? book.adjective(s.lemma(p)) : null;
    if (sense != null && sense.operator() != null) {
      return operator(p, sense.operator(), sense.rule(), depth);
    }
    return s.child(p, Relation.COP) == Sentence.NONE ? null : nounAct(p);
  }

  private Coding withModality(int p, Coding coding) {
    Act act = coding.act();
    if (coding.operator() != null && !isNegated(p) || act == null && !isNegated(p)) {
      return coding;
    }
    Operator operator = null;
    if (isNegated(p)) {
      operator = coding.operator() == Operator.REJECT ? Operator.AGREE : Operator.REJECT;
    } else if (hasAuxiliary(p, "must") || hasAuxiliary(p, "should")) {
      operator = Operator.DEMAND;
    } else if (isFuture(p)) {
      operator = hostile(coding.code()) || isUltimatum(p) ? Operator.THREATEN : Operator.AGREE;
    } else if (hostile(coding.code())
        && (hasAuxiliary(p, "may") || hasAuxiliary(p, "might") || hasAuxiliary(p, "could"))) {
      operator = Operator.THREATEN;
    }
    if (operator == null) {
      return coding;
    }
    String code = act == null ? book.plain(operator) : book.compose(operator, act);
    code = code == null ? book.plain(operator) : code;
    return new Coding(
        code,
        act,
        operator,
        coding.outer(),
        coding.inner(),
        coding.addressee(),
        operator.name().toLowerCase(Locale.ROOT) + "+" + coding.rule());
  }

  /** "will withdraw unless …" is a threat, however peaceful the act. */
  private boolean isUltimatum(int p) {
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

  private boolean hostile(String code) {
    return book.type(code).quad() >= 3;
  }

  private boolean hasAuxiliary(int p, String lemma) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.lemma(c).equals(lemma)) {
        return true;
      }
    }
    return false;
  }

  boolean isFuture(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.lemma(c).equals("be") && isInfinitive(p)) {
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
    }
    return false;
  }
}
