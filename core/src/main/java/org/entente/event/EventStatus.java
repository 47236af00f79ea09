package org.entente.event;

import java.util.Set;
import org.entente.codebook.Operator;
import org.entente.event.Assessment.Certainty;
import org.entente.event.Assessment.Time;
import org.entente.event.Assessment.Wish;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.statement.Status;

/**
 * Assesses events by operator, condition, denial, tense and place in the sentence. One per
 * sentence; not thread-safe.
 */
final class EventStatus {
  private static final Set<String> PLANNING =
      Set.of("announce", "schedule", "set", "expect", "due", "slate", "arrange", "pave", "clear");
  private static final Set<String> THREATENING = Set.of("threaten", "warn", "swear", "vow");
  private static final Set<String> DECIDING = Set.of("decide", "choose", "opt");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "provided");
  private static final Set<String> INVERTED = Set.of("should", "had", "were");
  private static final Set<String> POSSIBLE = Set.of("could", "might", "may", "can");

  private final Sentence s;
  private final Modality modality;

  EventStatus(Sentence s) {
    this.s = s;
    this.modality = new Modality(s);
  }

  /**
   * @param depth 0 for the main act of its sentence
   * @param dated whether the clause says when
   */
  Assessment of(Coding coding, int depth, boolean dated) {
    Certainty certainty = certainty(coding);
    Wish wish = wish(coding);
    Time time = time(coding, depth, wish);
    if (certainty == Certainty.DENIED) {
      return new Assessment(Status.DENIED, "denied", certainty, wish, time);
    }
    if (certainty == Certainty.CONDITIONAL) {
      return new Assessment(Status.CONDITIONAL, "condition", certainty, wish, time);
    }
    if (wish == Wish.INTENDED && isAnnounced(coding, dated)) {
      return new Assessment(Status.ANNOUNCED, "schedule", certainty, wish, time);
    }
    if (wish != Wish.NONE) {
      return new Assessment(Status.valueOf(wish.name()), "wish", certainty, wish, time);
    }
    if (certainty == Certainty.CLAIMED && time != Time.EARLIER) {
      return new Assessment(Status.ACCUSED, "claim", certainty, wish, time);
    }
    if (certainty == Certainty.POSSIBLE) {
      return new Assessment(Status.CONDITIONAL, "possibility", certainty, wish, time);
    }
    Status status =
        switch (time) {
          case EARLIER -> Status.BACKGROUND;
          case PRESENT -> Status.ONGOING;
          case PAST, FUTURE -> Status.HAPPENED;
        };
    return new Assessment(status, "tense", certainty, wish, time);
  }

  private Certainty certainty(Coding coding) {
    int p = coding.outer();
    if (isDenied(p)) {
      return Certainty.DENIED;
    }
    boolean threat = THREATENING.contains(s.lemma(p)) || isUltimatum(p);
    if (isInCondition(p) || !threat && hasCondition(p)) {
      return Certainty.CONDITIONAL;
    }
    if (coding.code().startsWith("112")) {
      return Certainty.CLAIMED;
    }
    boolean possible = POSSIBLE.stream().anyMatch(aux -> modality.hasAuxiliary(p, aux));
    return possible ? Certainty.POSSIBLE : Certainty.ASSERTED;
  }

  private Wish wish(Coding coding) {
    return switch (coding.operator()) {
      case null -> DECIDING.contains(s.lemma(coding.outer())) ? Wish.INTENDED : Wish.NONE;
      case AGREE -> isHope(coding.outer()) ? Wish.HOPED : Wish.INTENDED;
      case APPEAL -> Wish.REQUESTED;
      case DEMAND -> Wish.DEMANDED;
      case REJECT -> Wish.REFUSED;
      case THREATEN, ULTIMATUM -> Wish.THREATENED;
      case ACCUSE, STOP -> Wish.NONE;
    };
  }

  /** "Hopes to", "expressed hope that". */
  private boolean isHope(int p) {
    int object = s.child(p, Relation.OBJ);
    return s.lemma(p).equals("hope") || object != Sentence.NONE && s.lemma(object).equals("hope");
  }

  private Time time(Coding coding, int depth, Wish wish) {
    int p = coding.outer();
    if (wish == Wish.INTENDED || wish == Wish.HOPED || wish == Wish.THREATENED) {
      return Time.FUTURE;
    }
    if (depth > 0 && isBackground(p) || hasPastPerfect(p)) {
      return Time.EARLIER;
    }
    boolean accusing = coding.operator() == Operator.ACCUSE;
    return !accusing && isProgressive(p) ? Time.PRESENT : Time.PAST;
  }

  /** What is scheduled, or will be on a day that is named. */
  private boolean isAnnounced(Coding coding, boolean dated) {
    int p = coding.outer();
    if (PLANNING.contains(s.lemma(p)) || isToBe(p)) {
      return true;
    }
    boolean will = modality.hasAuxiliary(p, "will") || modality.hasAuxiliary(p, "shall");
    return will && dated;
  }

  /** "Is to visit". */
  private boolean isToBe(int p) {
    int mark = s.child(p, Relation.MARK);
    return mark != Sentence.NONE
        && s.lemma(mark).equals("to")
        && (modality.hasAuxiliary(p, "be")
            || s.child(p, Relation.COP) != Sentence.NONE
            || s.relation(p) == Relation.XCOMP && s.lemma(s.head(p)).equals("be"));
  }

  private boolean isInCondition(int p) {
    for (int up = p; up != Sentence.NONE; up = s.head(up)) {
      int mark = s.child(up, Relation.MARK);
      if (mark != Sentence.NONE
          && CONDITIONS.contains(s.lemma(mark))
          && s.relation(up) != Relation.CCOMP) {
        return true;
      }
    }
    return false;
  }

  /** "Would … if …", "should they …, it would …". */
  private boolean hasCondition(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) != Relation.ADVCL) {
        continue;
      }
      int mark = s.child(c, Relation.MARK);
      int first = s.leftEdge(c);
      boolean inverted = INVERTED.contains(s.lemma(first)) && s.upos(first) == Upos.AUX;
      if (mark != Sentence.NONE && CONDITIONS.contains(s.lemma(mark)) || inverted) {
        return true;
      }
    }
    return false;
  }

  private boolean isUltimatum(int p) {
    return modality.isUltimatum(p);
  }

  /** Anywhere under "deny", up to the main clause. */
  private boolean isDenied(int p) {
    for (int up = p; up != Sentence.NONE; up = s.head(up)) {
      Relation r = s.relation(up);
      boolean content =
          r == Relation.CCOMP
              || r == Relation.XCOMP
              || r == Relation.OBJ
              || r == Relation.ADVCL
              || r == Relation.ACL;
      if (content && s.lemma(s.head(up)).equals("deny")) {
        return true;
      }
    }
    return false;
  }

  /** A relative or participial clause recalls what was before. */
  private boolean isBackground(int p) {
    for (int up = p; up != Sentence.NONE; up = s.head(up)) {
      Relation r = s.relation(up);
      int mark = s.child(up, Relation.MARK);
      boolean purpose = mark != Sentence.NONE && s.lemma(mark).equals("to");
      if (!purpose && (r == Relation.ACL_RELCL || r == Relation.ADVCL || r == Relation.ACL)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPastPerfect(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.form(c).equalsIgnoreCase("had")) {
        return true;
      }
    }
    return false;
  }

  private boolean isProgressive(int p) {
    for (int c = s.firstChild(p); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.lemma(c).equals("be") && s.xpos(p).equals("VBG")) {
        return true;
      }
    }
    return s.lemma(p).equals("continue") || s.lemma(p).equals("keep");
  }
}
