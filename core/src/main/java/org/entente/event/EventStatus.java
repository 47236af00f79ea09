package org.entente.event;

import java.util.Set;
import org.entente.codebook.Operator;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.statement.Status;

/**
 * How an event stands to the world, from its operator, then from condition, denial, tense and place
 * in the sentence. One per sentence; not thread-safe.
 */
final class EventStatus {
  private static final Set<String> PLANNING =
      Set.of("announce", "plan", "schedule", "set", "expect", "due", "be");
  private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether");

  private final Sentence s;

  EventStatus(Sentence s) {
    this.s = s;
  }

  Status of(Coding coding, int depth) {
    if (isConditional(coding.outer())) {
      return Status.CONDITIONAL;
    }
    if (isDenied(coding.outer())) {
      return Status.DENIED;
    }
    if (coding.operator() != null) {
      Status wished = ofOperator(coding, coding.operator());
      if (wished != Status.HAPPENED) {
        return wished;
      }
    }
    if (coding.code().startsWith("112")) {
      return depth > 0 && isBackground(coding.outer()) ? Status.BACKGROUND : Status.ACCUSED;
    }
    if (depth > 0 && isBackground(coding.outer()) || hasPastPerfect(coding.outer())) {
      return Status.BACKGROUND;
    }
    return isProgressive(coding.outer()) ? Status.ONGOING : Status.HAPPENED;
  }

  private Status ofOperator(Coding coding, Operator operator) {
    String lemma = s.lemma(coding.outer());
    return switch (operator) {
      case AGREE ->
          lemma.equals("hope")
              ? Status.HOPED
              : PLANNING.contains(lemma) ? Status.ANNOUNCED : Status.INTENDED;
      case APPEAL -> Status.REQUESTED;
      case DEMAND -> Status.DEMANDED;
      case REJECT -> Status.REFUSED;
      case THREATEN, ULTIMATUM -> Status.THREATENED;
      case ACCUSE -> Status.ACCUSED;
      case STOP -> Status.HAPPENED;
    };
  }

  /** Inside "if …", or governing a condition that is not an ultimatum's "unless". */
  private boolean isConditional(int p) {
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

  private boolean isDenied(int p) {
    int up =
        s.relation(p) == Relation.CCOMP || s.relation(p) == Relation.XCOMP
            ? s.head(p)
            : Sentence.NONE;
    return up != Sentence.NONE && s.lemma(up).equals("deny");
  }

  /** A relative or participial clause recalls what was before. */
  private boolean isBackground(int p) {
    for (int up = p; up != Sentence.NONE; up = s.head(up)) {
      Relation r = s.relation(up);
      if (r == Relation.ACL_RELCL || r == Relation.ADVCL || r == Relation.ACL) {
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
