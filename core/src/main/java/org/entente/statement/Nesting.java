package org.entente.statement;

import java.util.BitSet;
import java.util.List;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;
import org.entente.text.Span;

/**
 * What stands inside what another says. There only speech is a statement of its own ("she said that
 * he had told the court"), so that the chain of who passed it on is kept; a stance ("she said that
 * he wants peace") is a part of what she says, not something that the article reports.
 *
 * <p>Linear in the length of the paragraph and its contents. Stateless and thread-safe.
 */
final class Nesting {
  private Nesting() {}

  /** Marks the stances of {@code found} that stand in the content of another. */
  static void mark(List<Attribution> found, ParsedArticle article, Cues cues) {
    BitSet said = new BitSet();
    for (Attribution a : found) {
      for (Span content : a.contents) {
        said.set(content.start(), content.end());
      }
    }
    for (Attribution a : found) {
      a.inner = said.get(a.cue.start()) && !isSpeech(a, article, cues);
    }
  }

  private static boolean isSpeech(Attribution a, ParsedArticle article, Cues cues) {
    Sentence s = article.sentences().get(a.sentence);
    return a.verb == Sentence.NONE || cues.is(Cues.Frame.SPEECH, s.lemma(a.verb));
  }
}
