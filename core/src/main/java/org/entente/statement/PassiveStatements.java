package org.entente.statement;

import java.util.Set;
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
  private static final Set<String> TIED = Set.of("of", "as", "for", "with");

  private final Sentence s;
  private final int number;
  private final Cues cues;
  private final Phrases phrases;
  private final ContentEnds ends;

  PassiveStatements(SentenceText words, int number, Phrases phrases, ContentEnds ends) {
    this.ends = ends;
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
      return subject == Sentence.NONE ? null : unnamed(v, subject);
    }
    int agent = s.head(by);
    Span source = phrases.trim(s.span(by + 1, Math.max(agent, s.rightEdge(agent))));
    Span content = phrases.phrase(subject);
    Attribution a =
        new Attribution(number, v, source, agent, phrases.cue(v), phrases.kind(content), "passive");
    a.contents.add(content);
    return a;
  }

  /** "The king is said to be ill", "was accused of lying": nobody is named who says so. */
  private @Nullable Attribution unnamed(int v, int subject) {
    int rest = cues.is(Cues.Frame.UNNAMED, s.lemma(v)) ? complement(v) : Sentence.NONE;
    if (rest == Sentence.NONE || subject > v) {
      return null;
    }
    int marker = s.leftEdge(rest);
    boolean tied = marker == v + 1 && TIED.contains(s.lemma(marker)) && marker < rest;
    Span cue = phrases.cue(v);
    cue = tied ? new Span(cue.start(), s.end(marker)) : cue;
    Span said = phrases.trim(s.span(tied ? marker + 1 : marker, ends.object(s.rightEdge(rest))));
    Span content = phrases.phrase(subject);
    Attribution a =
        new Attribution(number, v, null, Sentence.NONE, cue, phrases.kind(said), "unnamed");
    a.contents.add(content);
    a.contents.add(said);
    return a;
  }

  /** What completes the participle: an infinitive, a name for the subject, "of lying". */
  private int complement(int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      int marker = s.child(c, r == Relation.ADVCL ? Relation.MARK : Relation.CASE);
      boolean tied =
          (r == Relation.OBL || r == Relation.ADVCL)
              && marker != Sentence.NONE
              && TIED.contains(s.lemma(marker));
      if (c > v && (tied || r == Relation.XCOMP || r == Relation.OBJ)) {
        return c;
      }
    }
    return Sentence.NONE;
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
