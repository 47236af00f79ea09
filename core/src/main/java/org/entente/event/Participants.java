package org.entente.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.entente.actor.Actor;
import org.entente.actor.Mention;
import org.entente.actor.Mentions;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;

/**
 * Finds who acts and who is acted on around a recognised predicate. One per sentence; not
 * thread-safe.
 */
final class Participants {
  private static final Set<String> AT = Set.of("in", "at", "near", "outside", "inside");
  private static final Set<String> PLACES =
      Set.of(
          "in", "near", "inside", "around", "outside", "across", "at", "into", "on", "to", "from");

  private final Sentence s;
  private final int number;
  private final Mentions mentions;

  Participants(Sentence s, int number, Mentions mentions) {
    this.s = s;
    this.number = number;
    this.mentions = mentions;
  }

  /**
   * The subject of a clause: its own, its agent in the passive, or that of the clause that governs
   * it; or −1.
   */
  int subject(int p) {
    int up = p;
    for (int steps = 0; up != Sentence.NONE && steps < 6; steps++) {
      int own = ownSubject(up);
      if (own != Sentence.NONE) {
        return isMisplacedRoot(own, up) ? s.head(up) : antecedent(own, up);
      }
      Relation r = s.relation(up);
      if ((r.is(Relation.ACL) || r == Relation.ADVCL) && isAfterComma(up)) {
        up = verbAbove(up);
        continue;
      }
      if (r == Relation.ACL || r == Relation.ACL_RELCL) {
        return s.head(up);
      }
      up =
          r == Relation.XCOMP
                  || r == Relation.CONJ
                  || r == Relation.ADVCL
                  || r == Relation.CCOMP
                  || r == Relation.PARATAXIS
              ? s.head(up)
              : Sentence.NONE;
    }
    return Sentence.NONE;
  }

  /**
   * The parser took the first name for the root and the main verb for its relative clause: the name
   * is the subject.
   */
  private boolean isMisplacedRoot(int subject, int clause) {
    return s.relation(clause) == Relation.ACL_RELCL
        && s.relation(s.head(clause)) == Relation.ROOT
        && named(subject).isEmpty()
        && s.upos(subject) == org.entente.parse.Upos.NOUN;
  }

  /** Participles that say a state of mind or a doing of one's own, though they look passive. */
  private static final Set<String> ACTIVE =
      Set.of(
          "prepare",
          "commit",
          "engage",
          "involve",
          "determine",
          "schedule",
          "oppose",
          "concern",
          "worry",
          "expect",
          "set",
          "resolve",
          "force");

  boolean isPassive(int p) {
    return !ACTIVE.contains(s.lemma(p))
        && (s.child(p, Relation.AUX_PASS) != Sentence.NONE
            || hasPassiveSubject(p)
            || isBareParticiple(p));
  }

  private boolean isBareParticiple(int p) {
    return s.relation(p) == Relation.ACL
        && s.xpos(p).equals("VBN")
        && s.child(p, Relation.OBJ) == Sentence.NONE;
  }

  private boolean hasPassiveSubject(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.NSUBJ_PASS) {
        return true;
      }
    }
    return false;
  }

  /** The subject of the verb that reports this clause, or whose noun does; or −1. */
  int reporter(int p) {
    Relation r = s.relation(p);
    int up = r == Relation.CCOMP || r == Relation.ACL ? s.head(p) : Sentence.NONE;
    if (up != Sentence.NONE && s.upos(up) == org.entente.parse.Upos.NOUN) {
      up = verbAbove(up);
    }
    if (up == Sentence.NONE) {
      up = s.child(p, Relation.PARATAXIS);
    }
    return up == Sentence.NONE ? Sentence.NONE : ownSubject(up);
  }

  /**
   * ", vetoing three resolutions": done by whoever the main clause speaks of, not by the noun
   * before the comma.
   */
  private boolean isAfterComma(int p) {
    int before = p - 1;
    while (before > 0 && s.upos(before) == org.entente.parse.Upos.ADV) {
      before--;
    }
    return s.xpos(p).equals("VBG") && before > 0 && s.form(before).equals(",");
  }

  private int verbAbove(int p) {
    int up = s.head(p);
    while (up != Sentence.NONE
        && (s.upos(up) != org.entente.parse.Upos.VERB || ownSubject(up) == Sentence.NONE)) {
      up = s.head(up);
    }
    return up;
  }

  int ownSubject(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.NSUBJ
          || s.relation(c) == Relation.NSUBJ_OUTER
          || s.relation(c) == Relation.NSUBJ_PASS) {
        return c;
      }
    }
    return Sentence.NONE;
  }

  private int antecedent(int subject, int clause) {
    boolean relative =
        Set.of("who", "which", "that", "whom").contains(s.form(subject).toLowerCase(Locale.ROOT));
    if (!relative
        || s.relation(clause) != Relation.ACL_RELCL && s.relation(clause) != Relation.ACL) {
      return subject;
    }
    int head = s.head(clause);
    return s.relation(head) == Relation.APPOS ? s.head(head) : head;
  }

  /** The agent after "by", or −1. */
  int agent(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.relation(c).is(Relation.OBL) ? s.child(c, Relation.CASE) : Sentence.NONE;
      if (s.relation(c) == Relation.OBL_AGENT
          || marker != Sentence.NONE && s.lemma(marker).equals("by")) {
        return c;
      }
    }
    return Sentence.NONE;
  }

  /** The actors that the phrase headed by {@code token} names, its conjuncts included. */
  List<Participant> named(int token) {
    List<Participant> found = new ArrayList<>();
    addNamed(token, found);
    if (token != Sentence.NONE && !found.isEmpty()) {
      addConjuncts(token, found);
    }
    return found;
  }

  /** Conjuncts hang on the head or, where the parser errs, on a part of its name. */
  private void addConjuncts(int token, List<Participant> found) {
    for (int c = s.firstChild(token); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.CONJ) {
        addNamed(c, found);
      } else if (s.relation(c) == Relation.FLAT
          || s.relation(c) == Relation.APPOS && c - token <= 3) {
        addConjuncts(c, found);
      }
    }
  }

  private void addNamed(int token, List<Participant> found) {
    if (token == Sentence.NONE) {
      return;
    }
    for (Mention mention : mentions.at(number, token)) {
      if (mention.head() == token || mention.rule().equals("name")) {
        found.add(new Participant(mention.actor(), mention.span()));
      }
    }
  }

  /** Whether the words themselves say who it is, rather than the rest of the sentence. */
  boolean isExplicit(int token) {
    return mentions.at(number, token).stream()
        .noneMatch(m ->
            m.head() == token
                && (m.rule().equals("role-sentence") || m.rule().equals("role-focus")));
  }

  /**
   * The actors named, else the nearest that stand inside the phrase; guesses from the rest of the
   * sentence last.
   */
  List<Participant> within(int token) {
    List<Participant> explicit = within(token, true, List.of(), t -> false);
    return explicit.isEmpty() ? within(token, false, List.of(), t -> false) : explicit;
  }

  /** The same, without the guesses and without those who act themselves. */
  List<Participant> explicitWithin(int token, List<Participant> except) {
    return within(token, true, except, t -> false);
  }

  /** The same, without those parts of the phrase that name who suffers. */
  List<Participant> explicitWithin(int token, List<Participant> except, IntPredicate suffers) {
    return within(token, true, except, suffers);
  }

  private List<Participant> within(
      int token, boolean explicit, List<Participant> except, IntPredicate suffers) {
    if (token == Sentence.NONE) {
      return List.of();
    }
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(token));
    while (!queue.isEmpty()) {
      int next = queue.remove();
      List<Participant> found = others(identified(named(next)), except);
      found = isOwner(next) ? foreign(found, except) : found;
      if (!found.isEmpty() && (!explicit || isExplicit(next)) && !isNamedAfter(next, suffers)) {
        return found;
      }
      for (int c = s.firstChild(next); c != Sentence.NONE; c = s.nextChild(c)) {
        Relation r = s.relation(c);
        boolean clause = r == Relation.ACL_RELCL || r == Relation.ADVCL || r == Relation.PARATAXIS;
        if (!clause && !suffers.test(c)) {
          queue.add(c);
        }
      }
    }
    return List.of();
  }

  /** "Gondor's ties", "Gondorian ships". */
  private boolean isOwner(int token) {
    Relation r = s.relation(token);
    return r == Relation.AMOD || r == Relation.COMPOUND || r == Relation.NMOD_POSS;
  }

  private static List<Participant> foreign(
      List<Participant> candidates, List<Participant> sources) {
    return candidates.stream()
        .filter(c -> sources.stream().noneMatch(p -> TargetFinder.isOwnState(p.actor(), c.actor())))
        .toList();
  }

  /** "The bombing in Boston": a phrase without a name of its own, but that of who suffers. */
  boolean isNamedAfter(int token, IntPredicate suffers) {
    boolean suffered = false;
    for (int c = s.firstChild(token); c != Sentence.NONE; c = s.nextChild(c)) {
      if (isOwner(c) && !named(c).isEmpty()) {
        return false;
      }
      suffered |= suffers.test(c);
    }
    return suffered;
  }

  /** Participants that are not the sources themselves. */
  static List<Participant> others(List<Participant> candidates, List<Participant> sources) {
    List<Participant> others = new ArrayList<>();
    for (Participant candidate : candidates) {
      boolean same =
          sources.stream()
              .anyMatch(p ->
                  p.actor().equals(candidate.actor())
                      || java.util.Objects.equals(p.span(), candidate.span()));
      if (!same) {
        others.add(candidate);
      }
    }
    return others;
  }

  private static List<Participant> identified(List<Participant> found) {
    return found.stream().filter(p -> isIdentified(p.actor())).toList();
  }

  private static boolean isIdentified(Actor actor) {
    return !actor.country().isEmpty()
        || actor.kind() == Actor.Kind.ORGANISATION
        || actor.kind() == Actor.Kind.GROUP
        || actor.sector().equals("IGO")
        || actor.sector().equals("NGO");
  }

  /** "Cooperation between Gondor and Rohan": both, where nobody else acts. */
  List<Participant> between(int noun) {
    for (int c = s.firstChild(noun); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.child(c, Relation.CASE);
      if (marker != Sentence.NONE && s.lemma(marker).equals("between")) {
        List<Participant> both = named(c);
        if (both.size() > 1) {
          return both;
        }
      }
    }
    return List.of();
  }

  /** Where it happened, as written after "in", "at" or "near"; empty where not said. */
  String place(Coding coding) {
    for (int p : new int[] {coding.outer(), coding.inner()}) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        int marker = s.relation(c).is(Relation.OBL) ? s.child(c, Relation.CASE) : Sentence.NONE;
        if (marker != Sentence.NONE && AT.contains(s.lemma(marker))) {
          for (Mention mention : mentions.at(number, c)) {
            if (mention.actor().kind() == Actor.Kind.STATE) {
              return s.words(mention.first(), mention.last());
            }
          }
        }
      }
    }
    return "";
  }

  /** A name that no file knows, as a value: unresolved, but not dropped. */
  List<Participant> unknown(int token) {
    boolean name = token != Sentence.NONE && s.upos(token) == org.entente.parse.Upos.PROPN;
    if (!name) {
      return List.of();
    }
    int first = token;
    int last = token;
    for (int c = s.firstChild(token); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (r == Relation.COMPOUND || r == Relation.AMOD || r == Relation.FLAT) {
        first = Math.min(first, c);
        last = Math.max(last, s.rightEdge(c));
      }
    }
    return List.of(new Participant(Actor.unresolved(s.words(first, last)), s.span(first, last)));
  }

  /** Countries named as the place of the clause, for acts that a place suffers. */
  List<Participant> places(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.relation(c).is(Relation.OBL) ? s.child(c, Relation.CASE) : Sentence.NONE;
      if (marker != Sentence.NONE && PLACES.contains(s.lemma(marker))) {
        List<Participant> found = within(c);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }
}
