package org.entente.parse;

/**
 * Mends what no tree of a grammatical sentence has: words that hang on a mark, and two subjects of
 * one verb on both sides of "and", which are one joined subject. Stateless and thread-safe.
 */
final class TreeRepair {
  private TreeRepair() {}

  /** What hangs on a mark hangs on what the mark hangs on. */
  static void marks(Sentence.Columns columns) {
    for (int i = 0; i < columns.forms().length; i++) {
      int head = columns.heads()[i];
      boolean mark =
          head != Sentence.NONE
              && columns.upos()[head] == Upos.PUNCT
              && columns.heads()[head] != Sentence.NONE;
      if (mark) {
        columns.heads()[i] = columns.heads()[head];
      }
    }
  }

  /** Joins the second of two subjects to the first. */
  static void joinedSubjects(Sentence.Columns columns) {
    int n = columns.forms().length;
    for (int cc = 1; cc + 1 < n; cc++) {
      int verb = columns.heads()[cc];
      if (columns.relations()[cc] != Relation.CC || verb <= cc) {
        continue;
      }
      int first = subject(columns, 0, cc, verb);
      int second = subject(columns, cc + 1, verb, verb);
      if (first != Sentence.NONE && second != Sentence.NONE) {
        columns.heads()[second] = first;
        columns.relations()[second] = Relation.CONJ;
        columns.heads()[cc] = second;
      }
    }
  }

  private static int subject(Sentence.Columns columns, int from, int to, int verb) {
    for (int i = from; i < to; i++) {
      boolean nominal =
          columns.relations()[i] == Relation.NSUBJ || columns.relations()[i] == Relation.NSUBJ_PASS;
      if (nominal && columns.heads()[i] == verb) {
        return i;
      }
    }
    return Sentence.NONE;
  }
}
