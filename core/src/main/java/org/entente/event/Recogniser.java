package org.entente.event;

import java.util.Locale;
import java.util.Set;
import org.entente.codebook.Act;
import org.entente.codebook.Codebook;
import org.entente.codebook.Operator;
import org.entente.codebook.Sense;
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

  private static final Set<String> CIRCUMSTANCES =
      Set.of("because", "after", "during", "amid", "despite", "since", "before", "until", "at");

  private final Codebook book;
  private final Sentence s;
  private final Senses senses;
  private final Modality modality;

  Recogniser(Codebook book, Sentence s) {
    this.book = book;
    this.s = s;
    this.senses = new Senses(book, s);
    this.modality = new Modality(s);
  }

  /** What the clause headed by {@code p} says, or null. */
  @Nullable Coding recognise(int p) {
    return recognise(p, 0);
  }

  private @Nullable Coding recognise(int p, int depth) {
    if (depth > DEPTH || s.xpos(p).equals("VBG") && s.child(p, Relation.DET) != Sentence.NONE) {
      return null;
    }
    if (modality.isNotYet(p) || isToBlame(p)) {
      return null;
    }
    Coding coding =
        s.upos(p) == Upos.VERB || s.upos(p) == Upos.AUX ? verb(p, depth) : predicative(p, depth);
    return coding == null ? null : withModality(p, coding);
  }

  /** "Both sides are to blame": a judgement, of whom nobody says. */
  private boolean isToBlame(int p) {
    return s.lemma(p).equals("blame") && modality.isFuture(p) && senses.object(p) == Sentence.NONE;
  }

  private @Nullable Coding verb(int p, int depth) {
    String lemma = s.lemma(p);
    if (DESTINED.contains(lemma) && s.child(p, Relation.AUX_PASS) != Sentence.NONE) {
      return expected(p, depth);
    }
    Sense sense = senses.verb(p);
    if (sense != null && sense.operator() != null) {
      return operator(p, sense.operator(), sense.rule(), depth);
    }
    Coding light = book.isWord("light", lemma) ? lightVerb(p) : null;
    if (light != null && (sense == null || senses.isGeneric(p, sense))) {
      return light;
    }
    boolean through = isThrough(p, lemma) && complement(p) != Sentence.NONE;
    if (sense != null && sense.act() != null && !through) {
      return done(sense.act(), p, p);
    }
    if (through || book.isWord("aspect", lemma)) {
      int complement = complement(p);
      Coding inner = complement == Sentence.NONE ? null : recognise(complement, depth + 1);
      return inner == null ? null : inner.under(p);
    }
    return null;
  }

  /** "Helped to free", "was forced to withdraw": the act is what the complement says. */
  private boolean isThrough(int p, String lemma) {
    boolean passive = s.child(p, Relation.AUX_PASS) != Sentence.NONE;
    return lemma.equals("help") || passive && book.isWord("compulsion", lemma);
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

  private static Coding done(Act act, int outer, int inner) {
    return new Coding(act.code(), act, null, outer, inner, Sentence.NONE, act.id());
  }

  /** "held talks", "imposed a curfew", "came under attack". */
  private @Nullable Coding lightVerb(int p) {
    int object = senses.object(p);
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
    Sense sense = senses.noun(noun);
    if (sense == null) {
      return book.isWord("quantity", s.lemma(noun)) ? ofNoun(noun) : null;
    }
    if (sense.act() != null) {
      return done(sense.act(), noun, noun);
    }
    return operator(noun, java.util.Objects.requireNonNull(sense.operator()), sense.rule(), 1);
  }

  private Coding operator(int p, Operator operator, String rule, int depth) {
    int addressee = senses.object(p);
    addressee = addressee == Sentence.NONE ? s.child(p, Relation.IOBJ) : addressee;
    int complement = complement(p);
    if (complement == Sentence.NONE && addressee != Sentence.NONE) {
      complement = book.isWord("way", s.lemma(addressee)) ? complement(addressee) : complement;
    }
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
          inner == null || operator != Operator.AGREE ? book.plain(operator) : inner.code();
      return new Coding(
          code, null, operator, p, inner == null ? p : inner.inner(), addressee, rule);
    }
    String code = isWarning(p, operator, inner, addressee) ? null : composed(operator, inner);
    return new Coding(
        code == null ? book.plain(operator) : code,
        inner.act(),
        operator,
        p,
        inner.inner(),
        addressee,
        rule + "+" + inner.rule());
  }

  /**
   * "Warned Gondor not to attack", "against attacking": what the other side is not to do is no act
   * that the warner threatens with.
   */
  private boolean isWarning(int p, Operator operator, Coding inner, int addressee) {
    if (operator != Operator.THREATEN || !s.lemma(p).equals("warn")) {
      return false;
    }
    boolean negated = inner.operator() == Operator.REJECT && addressee != Sentence.NONE;
    for (int up = inner.inner(); up != Sentence.NONE && up != p; up = s.head(up)) {
      negated |= senses.isMarked(up, "against");
    }
    return negated;
  }

  /**
   * Over "stop", and over what is not to be done: what it is to stop that act. Whoever is asked to
   * agree is asked for the act.
   */
  private @Nullable String composed(Operator operator, Coding inner) {
    Act act = java.util.Objects.requireNonNull(inner.act());
    Operator under = inner.operator();
    boolean refusing = under == Operator.REJECT && operator != Operator.REJECT;
    String stopped = refusing ? book.compose(Operator.STOP, act) : inner.code();
    Act stopping =
        (refusing || under == Operator.STOP) && stopped != null ? book.act(stopped) : null;
    if (stopping != null) {
      return book.compose(operator, stopping);
    }
    if (refusing) {
      return null;
    }
    boolean asked = operator == Operator.APPEAL && under == Operator.AGREE;
    return under == null || asked || operator == Operator.REJECT || operator == Operator.DEMAND
        ? book.compose(operator, act)
        : inner.code();
  }

  /** The act noun among the obliques of a verb or the "of", "for", "to" and "on" of a noun. */
  private @Nullable Coding ofNoun(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean dependent =
          s.relation(c) == Relation.NMOD
              || s.relation(c) == Relation.OBL
              || s.relation(c) == Relation.COMPOUND;
      dependent = dependent && !isCircumstance(c);
      Coding coding = dependent ? nounAct(c) : null;
      coding = coding == null && dependent && s.relation(c) == Relation.OBL ? ofNoun(c) : coding;
      if (coding != null) {
        return coding;
      }
    }
    return null;
  }

  /** "Suspended its mission because of the fighting": why and when, not what. */
  private boolean isCircumstance(int oblique) {
    int marker =
        s.relation(oblique) == Relation.OBL ? s.child(oblique, Relation.CASE) : Sentence.NONE;
    return marker != Sentence.NONE && CIRCUMSTANCES.contains(s.lemma(marker));
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
    boolean says = s.child(p, Relation.COP) != Sentence.NONE && !modality.hasNo(p);
    return says ? nounAct(p) : null;
  }

  private Coding withModality(int p, Coding coding) {
    Act act = coding.act();
    boolean obliged = modality.isObligation(p);
    if ((coding.operator() != null || act == null) && !modality.isNegated(p) && !obliged) {
      return coding;
    }
    Operator operator = null;
    if (modality.isNegated(p)) {
      operator = coding.operator() == Operator.REJECT ? Operator.AGREE : Operator.REJECT;
    } else if (modality.hasAuxiliary(p, "must") || modality.hasAuxiliary(p, "should")) {
      operator = Operator.DEMAND;
    } else if (modality.isFuture(p)) {
      operator =
          hostile(coding.code()) || modality.isUltimatum(p) ? Operator.THREATEN : Operator.AGREE;
    } else if (hostile(coding.code())
        && !modality.hasAuxiliary(p, "have")
        && (modality.hasAuxiliary(p, "may")
            || modality.hasAuxiliary(p, "might")
            || modality.hasAuxiliary(p, "could"))) {
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

  private boolean hostile(String code) {
    return book.type(code).quad() >= 3 && !code.startsWith("09");
  }
}
