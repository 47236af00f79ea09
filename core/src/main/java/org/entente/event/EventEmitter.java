package org.entente.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.codebook.Act;
import org.entente.codebook.Codebook;
import org.entente.codebook.Operator;
import org.entente.event.SentenceCoder.Found;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;

/**
 * Turns what was recognised into events: finds who acts and who is acted on, and drops what is no
 * event between political actors. One per sentence; not thread-safe.
 */
final class EventEmitter {
  /** Families whose unnamed agent is sought in the place where it was suffered. */
  private static final Set<String> SUFFERED =
      Set.of("coerce-arrest", "coerce-ban", "coerce-deport", "coerce-seize");

  private static final String MEETING = "040";
  private static final String MEETING_ELSEWHERE = "044";
  private static final String DEMONSTRATION = "141";
  private static final String RETREAT = "0874";
  private static final String RELATIONS_REDUCED = "160";
  private static final String COMPLAINT = "114";

  private final Codebook book;
  private final PrivateLife privateLife;
  private final Sentence s;
  private final Participants participants;
  private final Modality modality;
  private final TargetFinder targetFinder;
  private final Dismissal dismissal;
  private final List<Found> found = new ArrayList<>();

  EventEmitter(Codebook book, PrivateLife privateLife, Sentence s, Participants participants) {
    this.book = book;
    this.privateLife = privateLife;
    this.s = s;
    this.participants = participants;
    this.modality = new Modality(s);
    this.targetFinder = new TargetFinder(book, s, participants);
    this.dismissal = new Dismissal(book, privateLife, s, participants);
  }

  /** The events so far; the last may be taken back. */
  List<Found> found() {
    return found;
  }

  /** A clause: its subject acts, or in the passive its agent. */
  void emit(Coding coding, int depth) {
    int subject = participants.subject(clause(coding));
    if (dismissal.dismiss(coding, subject)) {
      return;
    }
    if (coding.operator() == Operator.DEMAND && modality.isObligation(coding.outer())) {
      obligation(coding, participants.named(subject), subject, depth);
      return;
    }
    if (isJudgement(coding)) {
      List<Participant> judge = participants.named(participants.reporter(coding.outer()));
      List<Participant> judged = participants.explicitWithin(subject, judge);
      if (!judge.isEmpty()) {
        add(coding, judge, judged, subject, depth);
      }
      return;
    }
    int predicate = coding.operator() == null ? coding.inner() : coding.outer();
    if (participants.isPassive(s.upos(predicate) == Upos.VERB ? predicate : coding.outer())) {
      passive(coding, predicate, subject, depth);
      return;
    }
    List<Participant> sources = participants.named(subject);
    if (sources.isEmpty() && subject != Sentence.NONE) {
      sources = participants.within(subject);
    }
    if (sources.isEmpty() && coding.operator() == null && Relevance.mayBeUnknown(coding.act())) {
      sources = participants.unknown(subject);
    }
    add(coding, sources, List.of(), subject, depth);
  }

  /**
   * "Paved the way for the king to visit Rohan": the clause that the noun takes has the subject.
   */
  private int clause(Coding coding) {
    int object = s.child(coding.outer(), Relation.OBJ);
    boolean way = object != Sentence.NONE && book.isWord("way", s.lemma(object));
    return way && participants.ownSubject(coding.inner()) != Sentence.NONE
        ? coding.inner()
        : coding.outer();
  }

  private void passive(Coding coding, int predicate, int subject, int depth) {
    List<Participant> patients =
        coding.inner() == coding.outer() || s.upos(coding.inner()) == Upos.VERB
            ? participants.named(subject)
            : List.of();
    int by = participants.agent(predicate);
    List<Participant> sources = participants.named(by);
    if (sources.isEmpty() && by != Sentence.NONE) {
      sources = participants.within(by);
    }
    if (by == Sentence.NONE && coding.act() != null && SUFFERED.contains(coding.act().family())) {
      List<Participant> places = participants.places(coding.outer());
      sources = places.size() == 1 ? places : List.of();
    }
    add(coding, sources, patients, subject, depth);
  }

  /** What somebody must do is demanded by whoever says so; "it" is then the one spoken to. */
  private void obligation(Coding coding, List<Participant> obliged, int subject, int depth) {
    int reporter = participants.reporter(coding.outer());
    List<Participant> sources = participants.named(reporter);
    if (sources.isEmpty()) {
      return;
    }
    List<Participant> targets = Participants.others(obliged, sources);
    if (targets.isEmpty()) {
      targets = targetFinder.around(s.head(reporter), sources);
    }
    add(coding, sources, targets, subject, depth);
  }

  /** "Said the plan was unacceptable": a refusal by whoever says so. */
  private boolean isJudgement(Coding coding) {
    return coding.operator() == Operator.REJECT
        && coding.outer() == coding.inner()
        && s.upos(coding.outer()) == Upos.ADJ
        && s.child(coding.outer(), Relation.COP) != Sentence.NONE;
  }

  /** A noun act: its owner is the source. */
  boolean emitNoun(Coding coding, int verb, int depth) {
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
    for (int token : targetFinder.tokens(coding, Sentence.NONE)) {
      targets.addAll(targets.isEmpty() ? participants.explicitWithin(token, sources) : List.of());
    }
    if (targets.isEmpty()) {
      targets.addAll(Participants.others(participants.places(verb), sources));
    }
    return add(coding, sources, targets, Sentence.NONE, depth);
  }

  /**
   * An event of these sources, with the targets given or found.
   *
   * @return whether it is one
   */
  boolean add(
      Coding coding, List<Participant> named, List<Participant> targets, int subject, int depth) {
    Act act = coding.act();
    boolean mutual = act != null && (act.shape().equals("mutual") || act.shape().equals("between"));
    List<Participant> sources =
        named.isEmpty() && mutual ? participants.between(coding.inner()) : named;
    boolean joint = mutual && isDivided(sources) || isAgreed(coding) && countries(sources) > 1;
    List<Participant> directed =
        targets.isEmpty() && !joint
            ? targetFinder.find(coding, sources, subject)
            : new ArrayList<>(targets);
    boolean accident =
        sources.isEmpty()
            && act != null
            && act.family().equals("violence")
            && !privateLife.tellsOfForce(s);
    if (accident || !Relevance.isEvent(coding, sources, directed, joint)) {
      return false;
    }
    found.add(
        new Found(
            refined(coding, sources, directed, subject),
            sources,
            directed,
            participants.place(coding),
            words(coding.outer()),
            depth,
            directed.isEmpty() && (mutual || isTogether(coding))));
    return true;
  }

  /**
   * "Arnor and Gondor welcomed the truce", "accused each other": what no other side is told or made
   * to suffer, they do together.
   */
  private boolean isTogether(Coding coding) {
    boolean towardsOthers =
        book.type(coding.code()).quad() >= 3 || coding.operator() == Operator.APPEAL;
    return !towardsOthers || isReciprocal(coding.outer());
  }

  private boolean isReciprocal(int p) {
    for (int i = p + 1; i < s.rightEdge(p); i++) {
      boolean first = s.lemma(i).equals("each") || s.lemma(i).equals("one");
      if (first && Set.of("other", "another").contains(s.lemma(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Arnor and Gondor agreed to bring Rohan to the table": what they agree on, they agree on with
   * each other.
   */
  private boolean isAgreed(Coding coding) {
    return coding.act() == null
        && coding.operator() == Operator.AGREE
        && book.isWord("reciprocal", s.lemma(coding.outer()));
  }

  /**
   * The same, with the code that the words of its clause refine it to, or for a meeting in the
   * country of neither side the code of that.
   */
  private Coding refined(
      Coding coding, List<Participant> sources, List<Participant> targets, int subject) {
    if (coding.code().equals(DEMONSTRATION) && isOfStates(sources, subject)) {
      return coding.coded(COMPLAINT);
    }
    if (coding.code().equals(MEETING) && isElsewhere(coding, sources, targets)) {
      return coding.coded(MEETING_ELSEWHERE);
    }
    if (coding.code().equals(RETREAT) && coding.inner() == coding.outer() && isBody(targets)) {
      return coding.coded(RELATIONS_REDUCED);
    }
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
    return coding.coded(book.refine(coding.code(), lemmas));
  }

  /** "Gondor protested": a state does not demonstrate as its people do, it lodges a protest. */
  private boolean isOfStates(List<Participant> sources, int subject) {
    boolean singular = subject != Sentence.NONE && s.xpos(subject).equals("NNP");
    return singular
        && !sources.isEmpty()
        && sources.stream()
            .map(Participant::actor)
            .allMatch(a -> a.kind() == Actor.Kind.STATE || a.sector().equals("GOV"));
  }

  /** "Withdrew from the League": a membership that is given up, no retreat of troops. */
  private static boolean isBody(List<Participant> targets) {
    return !targets.isEmpty()
        && targets.stream().allMatch(t -> t.actor().kind() == Actor.Kind.ORGANISATION);
  }

  private boolean isElsewhere(Coding coding, List<Participant> sources, List<Participant> targets) {
    List<Participant> sides = new ArrayList<>(sources);
    sides.addAll(targets);
    List<Participant> places = participants.places(coding.outer());
    return !places.isEmpty()
        && places.getFirst().actor().kind() == Actor.Kind.STATE
        && sides.stream()
            .noneMatch(p -> p.actor().country().equals(places.getFirst().actor().country()));
  }

  /** Of two countries, or of two camps of one. */
  private static boolean isDivided(List<Participant> sources) {
    return sources.stream()
        .anyMatch(
            a -> sources.stream().anyMatch(b -> TargetFinder.isOpposed(a.actor(), b.actor())));
  }

  private static long countries(List<Participant> participants) {
    return participants.stream().map(p -> p.actor().country()).distinct().count();
  }

  /** The words of the clause, without the comma and the conjunction that join it to another. */
  private Span words(int p) {
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
