package org.entente.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.actor.Mentions;
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

  /** One coded event before status and date; where joint, the sources act with each other. */
  record Found(
      Coding coding,
      List<Participant> sources,
      List<Participant> targets,
      String place,
      Span span,
      int depth,
      boolean joint) {}

  private final Codebook book;
  private final PrivateLife privateLife;
  private final Sentence s;
  private final Recogniser recogniser;
  private final Participants participants;
  private final EventEmitter emitter;
  private final List<Found> found;

  SentenceCoder(Codebook book, PrivateLife privateLife, Sentence s, int number, Mentions mentions) {
    this.privateLife = privateLife;
    this.book = book;
    this.s = s;
    this.recogniser = new Recogniser(book, s);
    this.participants = new Participants(s, number, mentions);
    this.emitter = new EventEmitter(book, privateLife, s, participants);
    this.found = emitter.found();
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
        emitter.emit(coding, depth);
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
    boolean silent = found.size() == before;
    if (silent) {
      below(p, content, depth);
    }
    if (!silent || found.size() == before) {
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
        emitter.emit(second, depth);
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
        emitter.emit(coding, depth);
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
        if (coding != null && emitter.emitNoun(coding, p, depth + 1)) {
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

  /** "…, a lawyers' group protested": a judgement on whoever the main clause speaks of. */
  private void trailing(int p, int depth) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      Coding coding =
          s.relation(c) == Relation.PARATAXIS && !isReporting(c) ? recogniser.recognise(c) : null;
      if (coding != null && coding.act() != null && JUDGING.contains(coding.act().family())) {
        List<Participant> sources = participants.named(participants.ownSubject(c));
        List<Participant> targets = participants.named(participants.subject(p));
        if (!sources.isEmpty() && !Participants.others(targets, sources).isEmpty()) {
          emitter.add(coding, sources, targets, Sentence.NONE, depth);
        }
      }
    }
  }
}
