package org.entente.statement;

import org.entente.parse.Sentence;

/** The status of what is said, from the verb that says it. */
final class StatementStatus {
  private StatementStatus() {}

  static Status of(Sentence s, int verb) {
    if (verb == Sentence.NONE) {
      return Status.HAPPENED;
    }
    return switch (s.lemma(verb)) {
      case "hope", "wish", "want", "expect" -> Status.HOPED;
      case "deny", "dispute" -> Status.DENIED;
      case "refuse", "reject", "decline", "oppose", "dismiss" -> Status.REFUSED;
      case "demand", "insist", "order", "instruct" -> Status.DEMANDED;
      case "urge", "ask", "request", "appeal", "call", "recommend", "propose", "suggest" ->
          Status.REQUESTED;
      case "threaten", "warn" -> Status.THREATENED;
      case "accuse", "allege", "blame", "charge" -> Status.ACCUSED;
      case "promise", "vow", "pledge", "plan", "intend", "agree", "offer" -> Status.INTENDED;
      case "announce" -> Status.ANNOUNCED;
      default -> Status.HAPPENED;
    };
  }
}
