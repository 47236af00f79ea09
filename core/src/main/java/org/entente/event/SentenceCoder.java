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
          "fight-blockade",
          "fight-occupy",
          "violence",
          "deescalate",
          "reduce-aid",
          "mass-violence");

  /** Families of acts that are words about another. */
  private static final Set<String> JUDGING = Set.of("disapprove", "accuse", "protest");

  private static final Set<String> PERSONAL = Set.of("i", "me", "my", "you", "your");

  private static final String MEETING = "040";
  private static final String MEETING_ELSEWHERE = "044";

  /** One coded event before status and date. */
  record Found(
      Coding coding,
      List<Participant> sources,
      List<Participant> targets,
      String place,
      Span span,
      int depth) {}

  private final Codebook book;
  private final PrivateLife privateLife;
  private final Sentence s;
  private final Recogniser recogniser;
  private final Participants participants;
  private final Modality modality;
  private final TargetFinder targetFinder;
  private final List<Found> found = new ArrayList<>();

  SentenceCoder(Codebook book, PrivateLife privateLife, Sentence s, int number, Mentions mentions) {
    this.privateLife = privateLife;
    this.book = book;
    this.s = s;
    this.recogniser = new Recogniser(book, s);
    this.modality = new Modality(s);
    this.participants = new Participants(s, number, mentions);
    this.targetFinder = new TargetFinder(s, participants);
  }

  List<Found> code() {
    if (!privateLife.isSport(s)) {
      walk(s.root(), 0);
    }
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
        joined(coding, depth);
      }
    }
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (isJoinedClause(c)
          || s.relation(c) == Relation.CONJ
              && (s.upos(c) == Upos.VERB || s.upos(p) == Upos.VERB)
              && !isInfinitive(c)) {
        walk(c, depth);
      }
    }
    trailing(p, depth);
    if (found.size() == before) {
      below(p, content, depth);
    } else {
      recalled(p, depth + 1);
    }
  }

  private boolean isInfinitive(int p) {
    int mark = s.child(p, Relation.MARK);
    return mark != Sentence.NONE && s.lemma(mark).equals("to");
  }

  /** "Agreed to withdraw and to release prisoners": the second act under the same operator. */
  private void joined(Coding coding, int depth) {
    Operator operator = coding.operator();
    if (operator == null || coding.inner() == coding.outer()) {
      return;
    }
    List<Integer> seconds = new ArrayList<>();
    for (int c = s.firstChild(coding.inner()); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.CONJ && s.upos(c) == Upos.VERB) {
        seconds.add(c);
      }
    }
    for (int c = s.firstChild(coding.outer()); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.CONJ && isInfinitive(c)) {
        seconds.add(c);
      }
    }
    for (int c : seconds) {
      Coding second = recogniser.recognise(c);
      if (second != null && second.operator() == null && second.act() != null) {
        String code = book.compose(operator, second.act());
        String rule = operator.name().toLowerCase(java.util.Locale.ROOT) + "+" + second.rule();
        second =
            new Coding(
                code == null ? book.plain(operator) : code,
                second.act(),
                operator,
                coding.outer(),
                second.inner(),
                coding.addressee(),
                rule);
      }
      if (second != null && second.operator() != null) {
        emit(second, depth);
      }
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
    int subject = participants.subject(clause(coding));
    if (isPrivate(coding, subject) || isTalk(coding, subject) || isPublished(coding)) {
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

  /** "They harassed me", "when you ask": an interview, not a report. */
  private boolean isTalk(Coding coding, int subject) {
    boolean talk = subject != Sentence.NONE && isPersonal(subject);
    for (int c = s.firstChild(coding.inner()); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean object = r == Relation.OBJ || r == Relation.IOBJ;
      talk |= object && isPersonal(c);
    }
    return talk;
  }

  private boolean isPersonal(int token) {
    String form = s.form(token).toLowerCase(java.util.Locale.ROOT);
    boolean owned = s.child(token, Relation.NMOD_POSS) != Sentence.NONE;
    String owner =
        owned ? s.form(s.child(token, Relation.NMOD_POSS)).toLowerCase(java.util.Locale.ROOT) : "";
    return PERSONAL.contains(form) || PERSONAL.contains(owner);
  }

  /** "The report was released": what is let out is no person. */
  private boolean isPublished(Coding coding) {
    boolean release = coding.act() != null && coding.act().id().equals("release");
    int object = recogniser.object(coding.inner());
    return release
        && object != Sentence.NONE
        && s.upos(coding.inner()) == Upos.VERB
        && s.upos(object) != Upos.PRON
        && s.upos(object) != Upos.NUM
        && participants.named(object).isEmpty()
        && !book.isWord("captive", s.lemma(object));
  }

  /** Done by somebody private, or suffered by one from nobody who is named. */
  private boolean isPrivate(Coding coding, int subject) {
    int object = s.child(coding.inner(), Relation.OBJ);
    boolean named = !participants.named(subject).isEmpty();
    return privateLife.isPrivate(s, subject) || !named && privateLife.isPrivate(s, object);
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
      sources = participants.places(coding.outer());
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

  /** "…, a lawyers' group protested": a judgement on whoever the main clause speaks of. */
  private void trailing(int p, int depth) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Coding coding =
          s.relation(c) == Relation.PARATAXIS && !isReporting(c) ? recogniser.recognise(c) : null;
      if (coding != null && coding.act() != null && JUDGING.contains(coding.act().family())) {
        List<Participant> sources = participants.named(participants.ownSubject(c));
        List<Participant> targets = participants.named(participants.subject(p));
        if (!sources.isEmpty() && !Participants.others(targets, sources).isEmpty()) {
          add(coding, sources, targets, Sentence.NONE, depth);
        }
      }
    }
  }

  /** A noun act: its owner is the source. */
  private boolean emitNoun(Coding coding, int verb, int depth) {
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

  private boolean add(
      Coding coding, List<Participant> named, List<Participant> targets, int subject, int depth) {
    Act act = coding.act();
    boolean mutual = act != null && (act.shape().equals("mutual") || act.shape().equals("between"));
    List<Participant> sources =
        named.isEmpty() && mutual ? participants.between(coding.inner()) : named;
    boolean joint = mutual && countries(sources) > 1;
    List<Participant> directed =
        targets.isEmpty() && !joint
            ? targetFinder.find(coding, sources, subject)
            : new ArrayList<>(targets);
    if (!Relevance.isEvent(coding, sources, directed, joint)) {
      return false;
    }
    found.add(
        new Found(
            refined(coding, sources, directed),
            sources,
            directed,
            participants.place(coding),
            words(coding.outer()),
            depth));
    return true;
  }

  /**
   * The same, with the code that the words of its clause refine it to, or for a meeting in the
   * country of neither side the code of that.
   */
  private Coding refined(Coding coding, List<Participant> sources, List<Participant> targets) {
    if (coding.code().equals(MEETING) && isElsewhere(coding, sources, targets)) {
      return coding.coded(MEETING_ELSEWHERE);
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

  private boolean isElsewhere(Coding coding, List<Participant> sources, List<Participant> targets) {
    List<Participant> sides = new ArrayList<>(sources);
    sides.addAll(targets);
    List<Participant> places = participants.places(coding.outer());
    return !places.isEmpty()
        && places.getFirst().actor().kind() == Actor.Kind.STATE
        && sides.stream()
            .noneMatch(p -> p.actor().country().equals(places.getFirst().actor().country()));
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
