package org.entente.statement;

import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Attributions in the passive voice: "the plan was backed by the union". The agent is the source,
 * the subject the content. One per sentence; not thread-safe.
 */
final class PassiveStatements {
  private final Sentence s;
  private final int number;
  private final Cues cues;
  private final Phrases phrases;

  PassiveStatements(SentenceText words, int number, Phrases phrases) {
    this.s = words.sentence();
    this.number = number;
    this.cues = words.cues();
    this.phrases = phrases;
  }

  /** What the participle {@code v} attributes to its agent, or null. */
  @Nullable Attribution of(int v) {
    boolean known = s.xpos(v).equals("VBN") && cues.is(Cues.Frame.OBJECT, s.lemma(v));
    int subject = known ? s.child(v, Relation.NSUBJ_PASS) : Sentence.NONE;
    int by = subject == Sentence.NONE ? Sentence.NONE : by(v);
    if (by == Sentence.NONE || by + 1 >= s.size()) {
      return null;
    }
    int agent = s.head(by);
    Span source = phrases.trim(s.span(by + 1, Math.max(agent, s.rightEdge(agent))));
    Span content = phrases.phrase(subject);
    Attribution a =
        new Attribution(number, v, source, agent, phrases.cue(v), phrases.kind(content), "passive");
    a.contents.add(content);
    return a;
  }

  /** The "by" of the agent, which must name somebody. */
  private int by(int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.child(c, Relation.CASE);
      boolean named = s.upos(c) == Upos.PROPN || s.upos(c) == Upos.NOUN || s.upos(c) == Upos.PRON;
      if (c > v
          && named
          && s.relation(c).is(Relation.OBL)
          && marker != Sentence.NONE
          && s.lemma(marker).equals("by")) {
        return marker;
      }
    }
    return Sentence.NONE;
  }
}
