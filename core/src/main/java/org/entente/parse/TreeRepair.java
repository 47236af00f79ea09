package org.entente.parse;

import java.util.Set;

/**
 * Mends what no tree of a grammatical sentence has: words that hang on a mark, and two subjects of
 * one verb on both sides of "and", which are one joined subject; and a name that the parser takes
 * into the office before it ("Secretary of [State John Kerry]"). Stateless and thread-safe.
 */
final class TreeRepair {
  /** Heads of offices that are "of" something: what follows that is a name. */
  private static final Set<String> OFFICES = Set.of("Secretary", "Minister", "Chancellor");

  private TreeRepair() {}

  /** The name after an office is what the office describes. */
  static void offices(Sentence.Columns columns) {
    for (int office = 0; office + 3 < columns.forms().length; office++) {
      int name = columns.heads()[office + 1];
      boolean swallowed =
          OFFICES.contains(columns.forms()[office])
              && columns.forms()[office + 1].equals("of")
              && name > office + 2
              && columns.heads()[name] == office
              && columns.upos()[name] == Upos.PROPN
              && columns.relations()[office + 2] == Relation.COMPOUND
              && columns.heads()[office + 2] == name;
      if (swallowed) {
        describe(columns, office, name);
      }
    }
  }

  private static void describe(Sentence.Columns columns, int office, int name) {
    columns.heads()[name] = columns.heads()[office];
    columns.relations()[name] = columns.relations()[office];
    for (int i = 0; i < columns.forms().length; i++) {
      boolean ofPhrase = columns.relations()[i] == Relation.CC || i > name;
      if (columns.heads()[i] == office && ofPhrase) {
        columns.heads()[i] = name;
      }
      if (columns.heads()[i] == name && i > office + 2 && i < name) {
        columns.heads()[i] = office + 2; // "Foreign Affairs": the rest of what the office is of
      }
    }
    columns.heads()[office] = name;
    columns.relations()[office] = Relation.NMOD_DESC;
    columns.heads()[office + 1] = office + 2;
    columns.heads()[office + 2] = office;
    columns.relations()[office + 2] = Relation.NMOD;
  }

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
