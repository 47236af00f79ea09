package org.entente.statement;

import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Attributions by a noun: its owner is the source ("his warning that …", "the king's refusal to
 * …"), or who is said to be one ("he is a critic of …"). One per sentence; not thread-safe.
 */
final class NounStatements {
  private static final Set<String> MATTER = Set.of("about", "over");

  private final Sentence s;
  private final int number;
  private final Cues cues;
  private final Phrases phrases;
  private final ContentEnds ends;

  NounStatements(SentenceText words, int number, Phrases phrases, ContentEnds ends) {
    this.s = words.sentence();
    this.number = number;
    this.cues = words.cues();
    this.phrases = phrases;
    this.ends = ends;
  }

  /** What the noun {@code n} attributes, or null. */
  @Nullable Attribution of(int n) {
    int next = n + 1;
    if (next + 1 >= s.size() || s.head(next) <= next && s.relation(next) != Relation.MARK) {
      return null;
    }
    if (cues.is(Cues.Frame.AGENT, s.lemma(n))) {
      return agent(n, next);
    }
    boolean noun = cues.is(Cues.Frame.NOUN, s.lemma(n));
    boolean stance = cues.is(Cues.Frame.STANCE, s.lemma(n));
    int owner = s.child(n, Relation.NMOD_POSS);
    if (!noun && !stance || owner == Sentence.NONE || owner > n) {
      return null;
    }
    boolean that = s.lemma(next).equals("that") && s.relation(next) == Relation.MARK;
    boolean to = s.lemma(next).equals("to") && s.relation(next) == Relation.MARK;
    boolean matter = s.relation(next) == Relation.CASE && MATTER.contains(s.lemma(next));
    if (!that && !(stance && (to || matter))) {
      return null;
    }
    int end = s.upos(owner) == Upos.PRON ? owner : s.rightEdge(owner);
    int first = end + 1;
    while (first < n && s.upos(first) == Upos.PUNCT) {
      first++;
    }
    Span cue = s.span(first, matter ? next : n);
    Span content = content(matter ? next + 1 : next, s.head(next));
    return add(n, owner, s.span(s.leftEdge(owner), end), cue, content);
  }

  /** "He is a critic of …". */
  private @Nullable Attribution agent(int n, int next) {
    int subject = s.child(n, Relation.NSUBJ);
    int copula = s.child(n, Relation.COP);
    boolean of = s.relation(next) == Relation.CASE && Set.of("of", "to").contains(s.lemma(next));
    if (!of || subject == Sentence.NONE || copula == Sentence.NONE) {
      return null;
    }
    Span cue = new Span(phrases.cue(copula).start(), s.end(next));
    Span content = content(next + 1, s.head(next));
    return add(n, subject, phrases.phrase(subject), cue, content);
  }

  private Span content(int first, int head) {
    return phrases.trim(s.span(first, Math.max(first, s.rightEdge(head))));
  }

  private Attribution add(int n, int owner, Span source, Span cue, Span content) {
    Attribution a = new Attribution(number, n, source, owner, cue, phrases.kind(content), "noun");
    a.contents.add(content);
    return a;
  }
}
