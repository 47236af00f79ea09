package org.entente.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Mentions;
import org.entente.codebook.Act;
import org.entente.codebook.Codebook;
import org.entente.codebook.Operator;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;

/**
 * Codes one sentence: from the root through what is only reported to the acts, and where the main
 * clause has none, on to the clauses and nouns below it. One per sentence; not thread-safe.
 */
final class SentenceCoder {
  /**
   * Families whose acts a government or a crowd turns against its own country when no other target
   * is named.
   */
  private static final Set<String> DOMESTIC =
      Set.of(
          "protest",
          "protest-strike",
          "protest-hunger",
          "protest-block",
          "protest-riot",
          "coerce",
          "coerce-arrest",
          "coerce-ban",
          "coerce-curfew",
          "coerce-emergency",
          "coerce-restrict",
          "coerce-seize",
          "coerce-destroy",
          "ease-admin",
          "concede-dissent",
          "concede-rights",
          "violence",
          "mass-violence",
          "mobilise",
          "investigate");

  /** Families whose unnamed agent is sought in the place where it was suffered. */
  private static final Set<String> SUFFERED =
      Set.of("coerce-arrest", "coerce-ban", "coerce-deport", "coerce-seize");

  /** Families whose acts are recalled in passing often enough, and plainly enough, to be kept. */
  private static final Set<String> RECALLED =
      Set.of(
          "accuse",
          "reject",
          "disapprove",
          "sanction",
          "reduce-relations",
          "fight",
          "mass-violence");

  /** One coded event before status and date. */
  record Found(
      Coding coding, List<Participant> sources, List<Participant> targets, Span span, int depth) {}

  private final Codebook book;
  private final Sentence s;
  private final Recogniser recogniser;
  private final Participants participants;
  private final List<Found> found = new ArrayList<>();

  SentenceCoder(Codebook book, Sentence s, int number, Mentions mentions) {
    this.book = book;
    this.s = s;
    this.recogniser = new Recogniser(book, s);
    this.participants = new Participants(s, number, mentions);
  }

  List<Found> code() {
    walk(s.root(), 0);
    return found;
  }

  private void walk(int p, int depth) {
    if (depth > 6) {
      return;
    }
    int content = isReporting(p) ? content(p) : Sentence.NONE;
    int before = found.size();
    if (content != Sentence.NONE) {
      walk(content, depth);
    } else {
      Coding coding = recogniser.recognise(p);
      if (coding != null) {
        emit(coding, depth);
      }
    }
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (isJoinedClause(c)
          || s.relation(c) == Relation.CONJ && (s.upos(c) == Upos.VERB || s.upos(p) == Upos.VERB)) {
        walk(c, depth);
      }
    }
    if (found.size() == before) {
      below(p, content, depth);
    } else {
      recalled(p, depth + 1);
    }
  }

  /**
   * Clauses that recall an earlier act beside the main one ("…, vetoing three resolutions", "Putin,
   * who accused Washington of …"): only where a verb names the act and both sides are named.
   */
  private void recalled(int p, int depth) {
    for (int i = s.leftEdge(p); i <= s.rightEdge(p); i++) {
      Relation r = s.relation(i);
      boolean clause =
          r == Relation.ACL_RELCL
              || r == Relation.ADVCL
                  && s.xpos(i).equals("VBG")
                  && s.child(i, Relation.MARK) == Sentence.NONE;
      if (!clause || s.upos(i) != Upos.VERB || isCovered(i)) {
        continue;
      }
      Coding coding = recogniser.recognise(i);
      if (coding == null || coding.act() == null || coding.operator() != null) {
        continue;
      }
      if (coding.inner() == i && RECALLED.contains(coding.act().family())) {
        int before = found.size();
        emit(coding, depth);
        if (found.size() > before && isVague(found.getLast())) {
          found.removeLast();
        }
      }
    }
  }

  private boolean isCovered(int token) {
    return found.stream().anyMatch(f -> f.coding().outer() == token || f.coding().inner() == token);
  }

  private static boolean isVague(Found event) {
    return event.sources().isEmpty()
        || event.targets().isEmpty()
        || event
            .sources()
            .getFirst()
            .actor()
            .country()
            .equals(event.targets().getFirst().actor().country());
  }

  /**
   * Where the clause itself says nothing: its nouns, then its dependent clauses; the first that
   * speaks is enough.
   */
  private void below(int p, int content, int depth) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (r == Relation.NSUBJ || r == Relation.NSUBJ_PASS || r == Relation.OBJ) {
        Coding coding = recogniser.nounAct(c);
        if (coding != null && emitNoun(coding, p, depth + 1)) {
          return;
        }
      }
    }
    int before = found.size();
    for (int c = s.firstChild(p);
        c != Sentence.NONE && found.size() == before;
        c = s.nextChild(c)) {
      if (c != content && isClause(s.relation(c))) {
        walk(c, depth + 1);
      }
    }
    for (int c = s.firstChild(p);
        c != Sentence.NONE && found.size() == before;
        c = s.nextChild(c)) {
      for (int g = s.firstChild(c);
          g != Sentence.NONE && found.size() == before;
          g = s.nextChild(g)) {
        if (s.relation(g) == Relation.ACL || s.relation(g) == Relation.ACL_RELCL) {
          walk(g, depth + 1);
        }
      }
    }
  }

  /** A second main clause that the parser took for an adverbial one: "…, and have announced …". */
  private boolean isJoinedClause(int c) {
    return s.relation(c) == Relation.ADVCL
        && s.child(c, Relation.CC) != Sentence.NONE
        && s.child(c, Relation.MARK) == Sentence.NONE
        && s.upos(c) == Upos.VERB;
  }

  private static boolean isClause(Relation r) {
    return r == Relation.CCOMP
        || r == Relation.XCOMP
        || r == Relation.ADVCL
        || r == Relation.PARATAXIS
        || r == Relation.ACL_RELCL
        || r == Relation.ACL
        || r == Relation.CSUBJ;
  }

  private boolean isReporting(int p) {
    return book.isWord("reporting", s.lemma(p));
  }

  /** What is reported: the clause in complement or beside the reporting verb. */
  private int content(int p) {
    for (Relation wanted : List.of(Relation.CCOMP, Relation.XCOMP, Relation.PARATAXIS)) {
      for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
        if (s.relation(c) == wanted
            && (s.upos(c) == Upos.VERB
                || s.child(c, Relation.COP) != Sentence.NONE
                || wanted == Relation.CCOMP)) {
          return c;
        }
      }
    }
    return Sentence.NONE;
  }

  private void emit(Coding coding, int depth) {
    if (isStatement(coding)) {
      return;
    }
    int subject = participants.subject(coding.outer());
    int predicate = coding.operator() == null ? coding.inner() : coding.outer();
    boolean passive =
        participants.isPassive(s.upos(predicate) == Upos.VERB ? predicate : coding.outer());
    List<Participant> sources = participants.named(subject);
    List<Participant> targets = new ArrayList<>();
    if (passive) {
      targets.addAll(
          coding.inner() == coding.outer() || s.upos(coding.inner()) == Upos.VERB
              ? sources
              : List.of());
      int by = participants.agent(predicate);
      sources = by == Sentence.NONE ? List.of() : participants.named(by);
      if (sources.isEmpty() && by != Sentence.NONE) {
        sources = participants.within(by);
      }
      if (by == Sentence.NONE && coding.act() != null && SUFFERED.contains(coding.act().family())) {
        sources = participants.places(coding.outer());
      }
    } else if (sources.isEmpty() && subject != Sentence.NONE) {
      sources = participants.within(subject);
    }
    if (coding.operator() == Operator.DEMAND && recogniser.isObligation(coding.outer())) {
      targets = new ArrayList<>(sources);
      sources = participants.named(participants.reporter(coding.outer()));
      if (sources.isEmpty()) {
        return;
      }
    }
    add(coding, sources, targets, subject, depth);
  }

  /** A noun act: its owner is the source. */
  private boolean emitNoun(Coding coding, int verb, int depth) {
    if (isStatement(coding)) {
      return false;
    }
    List<Participant> sources = List.of();
    for (int c = s.firstChild(coding.outer()); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (sources.isEmpty()
          && (r == Relation.NMOD_POSS || r == Relation.AMOD || r == Relation.COMPOUND)) {
        sources =
            s.upos(c) == Upos.PRON
                ? participants.named(participants.subject(verb))
                : participants.named(c);
      }
      int marker = r == Relation.NMOD ? s.child(c, Relation.CASE) : Sentence.NONE;
      if (sources.isEmpty()
          && marker != Sentence.NONE
          && Set.of("by", "of", "between", "among").contains(s.lemma(marker))) {
        sources = participants.named(c);
      }
    }
    if (sources.isEmpty()) {
      return false;
    }
    List<Participant> targets = new ArrayList<>();
    int object = s.child(verb, Relation.OBJ);
    if (object != Sentence.NONE && object != coding.outer()) {
      targets.addAll(participants.explicitWithin(object, sources));
    }
    for (int token : participants.targets(coding, Sentence.NONE)) {
      targets.addAll(targets.isEmpty() ? participants.explicitWithin(token, sources) : List.of());
    }
    if (targets.isEmpty()) {
      targets.addAll(Participants.others(participants.places(verb), sources));
    }
    return add(coding, sources, targets, Sentence.NONE, depth);
  }

  private boolean isStatement(Coding coding) {
    return coding.code().startsWith("01");
  }

  private boolean add(
      Coding coding, List<Participant> sources, List<Participant> targets, int subject, int depth) {
    Act act = coding.act();
    boolean mutual = act != null && (act.shape().equals("mutual") || act.shape().equals("between"));
    boolean joint = mutual && countries(sources) > 1;
    List<Integer> arguments = joint ? List.of() : participants.targets(coding, subject);
    for (int i = 0; i < arguments.size() && targets.isEmpty(); i++) {
      targets = new ArrayList<>(participants.explicitWithin(arguments.get(i), sources));
    }
    for (int i = 0; i < arguments.size() && targets.isEmpty(); i++) {
      targets =
          new ArrayList<>(
              foreign(Participants.others(participants.named(arguments.get(i)), sources), sources));
    }
    String family = act == null ? "" : act.family();
    if (targets.isEmpty() && !joint) {
      targets = new ArrayList<>(Participants.others(participants.places(coding.outer()), sources));
    }
    if (targets.isEmpty() && DOMESTIC.contains(family) && !sources.isEmpty()) {
      targets.add(new Participant(state(sources.getFirst().actor()), null));
    }
    boolean between =
        family.startsWith("cooperate")
            || family.startsWith("aid")
            || family.equals("meet")
            || family.equals("support");
    if (sources.isEmpty() && (targets.isEmpty() || between)) {
      return false;
    }
    boolean idle = targets.isEmpty() && !joint;
    if (idle
        && (coding.code().equals("160")
            || family.equals("cooperate-economic")
            || family.equals("meet")
            || family.equals("aid-humanitarian"))) {
      return false;
    }
    found.add(new Found(refined(coding), sources, targets, clause(coding.outer()), depth));
    return true;
  }

  /** The same, with the code that the words of its clause refine it to. */
  private Coding refined(Coding coding) {
    if (!book.isRefined(coding.code())) {
      return coding;
    }
    Set<String> lemmas = new java.util.HashSet<>();
    for (int i = s.leftEdge(coding.outer()); i <= s.rightEdge(coding.outer()); i++) {
      if (i != coding.outer() && i != coding.inner()) {
        lemmas.add(s.lemma(i));
        lemmas.add(i > 0 ? s.lemma(i - 1) + "_" + s.lemma(i) : "");
      }
    }
    String code = book.refine(coding.code(), lemmas);
    return new Coding(
        code,
        coding.act(),
        coding.operator(),
        coding.outer(),
        coding.inner(),
        coding.addressee(),
        coding.rule());
  }

  private static long countries(List<Participant> participants) {
    return participants.stream().map(p -> p.actor().country()).distinct().count();
  }

  private static Actor state(Actor actor) {
    return new Actor(
        actor.country().isEmpty() ? actor.name() : actor.country(),
        Actor.Kind.STATE,
        actor.country(),
        "",
        "");
  }

  /**
   * Guessed participants of the source's own country say nothing about whom an act is directed at.
   */
  private static List<Participant> foreign(
      List<Participant> candidates, List<Participant> sources) {
    return candidates.stream()
        .filter(
            c -> sources.stream().noneMatch(p -> p.actor().country().equals(c.actor().country())))
        .toList();
  }

  /** The words of the clause, without the comma and the conjunction that join it to another. */
  private Span clause(int p) {
    int first = s.leftEdge(p);
    int last = s.rightEdge(p);
    while (first < p
        && (s.upos(first) == Upos.PUNCT && !isQuote(first) || s.upos(first) == Upos.CCONJ)) {
      first++;
    }
    while (last > p && s.upos(last) == Upos.PUNCT && !isQuote(last)) {
      last--;
    }
    return s.span(first, last);
  }

  private boolean isQuote(int token) {
    return "\"'\u201C\u201D\u2018\u2019``''".contains(s.form(token));
  }
}
