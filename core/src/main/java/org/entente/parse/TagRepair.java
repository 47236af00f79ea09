package org.entente.parse;

import java.util.Arrays;

/**
 * Mends the tagger's commonest error that breaks a whole tree: a sentence with a full stop and no
 * finite verb, because its past tense was taken for a participle ("Thousands of workers
 * demonstrated in the capital."). The first participle that no auxiliary governs becomes the past
 * tense. Immutable and thread-safe.
 */
final class TagRepair {
  private static final int SHORTEST = 4;

  private final TagNames tags;
  private final IrregularVerbs irregular = IrregularVerbs.load();
  private final int pastTense;

  TagRepair(TagNames tags) {
    this.tags = tags;
    this.pastTense = Arrays.asList(tags.names()).indexOf("VERB|VBD");
  }

  /** Mends the words from the first to {@code n}, which are a whole statement. */
  void finite(Words words, int n) {
    if (n < SHORTEST || pastTense < 0) {
      return;
    }
    int participle = Sentence.NONE;
    for (int i = 0; i < n; i++) {
      String xpos = tags.xpos(words.tags[i]);
      if (xpos.equals("VBD") || xpos.equals("VBZ") || xpos.equals("VBP") || xpos.equals("MD")) {
        return;
      }
      boolean after = i > 0 && tags.upos(words.tags[i - 1]) != Upos.DET;
      boolean verb =
          xpos.equals("VBN") || tags.upos(words.tags[i]) != Upos.VERB && isPast(words.forms[i]);
      if (participle == Sentence.NONE && verb && after) {
        participle = i;
      }
    }
    if (participle != Sentence.NONE) {
      words.tags[participle] = pastTense;
    }
  }

  /**
   * "Said the two raised money": what is said has a finite verb; where the words after the cue have
   * none, their first participle without auxiliary is one.
   */
  void reported(Words words, int n) {
    for (int cue = 1; cue + 3 < n && pastTense >= 0; cue++) {
      String form = words.forms[cue];
      if (!form.equals("said") && !form.equals("says")) {
        continue;
      }
      Upos next = tags.upos(words.tags[cue + 1]);
      boolean clause =
          next == Upos.DET
              || next == Upos.PRON
              || next == Upos.NOUN
              || next == Upos.PROPN
              || next == Upos.ADJ
              || next == Upos.NUM;
      int participle = clause ? onlyParticiple(words, cue + 2, n) : Sentence.NONE;
      if (participle != Sentence.NONE) {
        words.tags[participle] = pastTense;
      }
    }
  }

  /** The first participle between the two tokens that no finite verb or auxiliary stands before. */
  private int onlyParticiple(Words words, int first, int n) {
    int participle = Sentence.NONE;
    for (int i = first; i < n; i++) {
      String xpos = tags.xpos(words.tags[i]);
      if (tags.upos(words.tags[i]) == Upos.AUX
          || xpos.equals("VBD")
          || xpos.equals("VBZ")
          || xpos.equals("VBP")
          || xpos.equals("MD")) {
        return Sentence.NONE;
      }
      participle = participle == Sentence.NONE && xpos.equals("VBN") ? i : participle;
    }
    return participle;
  }

  /** A past form of four letters or more that the tagger did not know for one. */
  private boolean isPast(String form) {
    String base = form.length() > 3 ? irregular.base(form) : null;
    return base != null && !base.equals(form);
  }
}
