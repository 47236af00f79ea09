package org.entente.parse;

/**
 * Finds the attribution that closes a sentence of news: "…, officials said on Thursday." Parsed in
 * one piece, such sentences are the parser's commonest error (the reporting verb taken as the root,
 * the report below it in pieces); cut here, both sides are parsed by themselves and the attribution
 * hangs on the report as parataxis, as in the treebanks.
 *
 * <p>Immutable and thread-safe.
 */
final class TrailingAttribution {
  /**
   * Longer tails are clauses of their own; nine in ten attributions in news have fewer than 16
   * tokens.
   */
  private static final int LONGEST = 18;

  private static final int SHORTEST_REPORT = 4;

  private final WordList verbs;
  private final WordList excluded;

  TrailingAttribution(WordList verbs, WordList excluded) {
    this.verbs = verbs;
    this.excluded = excluded;
  }

  /** The index of the comma before the attribution, or −1. */
  int comma(String[] forms, String[] lemmas, Words words, TagNames tags) {
    int n = words.count;
    for (int c = n - 3; c >= Math.max(SHORTEST_REPORT, n - LONGEST); c--) {
      if (forms[c].equals(",") && isAttribution(c + 1, forms, lemmas, words, tags)) {
        return hasVerb(0, c, words, tags) ? c : Sentence.NONE;
      }
    }
    return Sentence.NONE;
  }

  private boolean isAttribution(
      int from, String[] forms, String[] lemmas, Words words, TagNames tags) {
    int first = from;
    while (first < words.count && tags.upos(words.tags[first]) == Upos.PUNCT) {
      first++;
    }
    if (first >= words.count || excluded.contains(forms[first])) {
      return false;
    }
    int cue = Sentence.NONE;
    boolean subject = false;
    for (int i = first; i < words.count; i++) {
      Upos upos = tags.upos(words.tags[i]);
      boolean finite = upos == Upos.VERB && isFinite(tags.xpos(words.tags[i]));
      if (finite && cue != Sentence.NONE) {
        return false;
      }
      if (finite && !verbs.contains(lemmas[i])) {
        return false;
      }
      cue = finite ? i : cue;
      subject |= upos == Upos.NOUN || upos == Upos.PROPN || upos == Upos.PRON;
    }
    return cue != Sentence.NONE && subject;
  }

  private static boolean isFinite(String xpos) {
    return xpos.equals("VBD") || xpos.equals("VBZ") || xpos.equals("VBP") || xpos.equals("VBN");
  }

  private static boolean hasVerb(int from, int to, Words words, TagNames tags) {
    for (int i = from; i < to; i++) {
      Upos upos = tags.upos(words.tags[i]);
      if (upos == Upos.VERB || upos == Upos.AUX) {
        return true;
      }
    }
    return false;
  }
}
