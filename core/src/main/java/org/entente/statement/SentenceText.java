package org.entente.statement;

import java.util.List;
import org.entente.parse.Sentence;
import org.entente.text.Span;

/**
 * One sentence as statements are read from it.
 *
 * @param sentence its tree
 * @param text the document's content, which all spans point into
 * @param cues the lexicon
 * @param quotations those that overlap the sentence
 */
record SentenceText(Sentence sentence, String text, Cues cues, List<Span> quotations) {
  SentenceText {
    quotations = quotations.stream().filter(q -> q.overlaps(sentence.span())).toList();
  }

  boolean isQuoted(int token) {
    return quotations.stream().anyMatch(q -> q.contains(sentence.span(token)));
  }
}
