package org.entente.statement;

import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a verb takes as its content that is no clause of its own: an infinitive, a phrase with its
 * preposition, an object. One per sentence; not thread-safe.
 */
final class ComplementContents {
  private static final Set<String> TIED =
      Set.of("of", "for", "as", "to", "with", "over", "against", "about", "between");

  /** What leads from a noun to its matter. */
  private static final Set<String> MATTER =
      Set.of("about", "on", "over", "into", "against", "toward", "towards");

  /** Verbs that give their object a name or a quality: "called the plan a gamble". */
  private static final Set<String> NAMING =
      Set.of("call", "label", "dub", "brand", "deem", "consider", "pronounce", "declare", "find");

  private final Sentence s;
  private final Cues cues;
  private final Phrases phrases;
  private final ContentEnds ends;

  ComplementContents(SentenceText words, Phrases phrases, ContentEnds ends) {
    this.s = words.sentence();
    this.cues = words.cues();
    this.phrases = phrases;
    this.ends = ends;
  }

  /** A content with the cue that it leaves: the preposition before it belongs to the cue. */
  record Complement(Span cue, Span content) {}

  /** "Hope to win": the infinitive right after its verb. */
  boolean isInfinitive(int v) {
    int c = s.child(v, Relation.XCOMP);
    return c > v && s.leftEdge(c) == v + 1 && s.lemma(v + 1).equals("to");
  }

  @Nullable Span infinitive(int v) {
    int c = s.child(v, Relation.XCOMP);
    if (c == Sentence.NONE || c < v) {
      return null;
    }
    boolean infinitive =
        s.child(c, Relation.MARK) != Sentence.NONE
            && s.lemma(s.child(c, Relation.MARK)).equals("to");
    int object = s.child(v, Relation.OBJ);
    object = object == Sentence.NONE ? s.child(v, Relation.IOBJ) : object;
    int first =
        object != Sentence.NONE && object > v && object < c ? s.leftEdge(object) : s.leftEdge(c);
    return infinitive ? phrases.trim(s.span(first, ends.infinitive(v, s.rightEdge(c)))) : null;
  }

  @Nullable Complement prepositional(int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      int marker =
          r.is(Relation.OBL)
              ? s.child(c, Relation.CASE)
              : r == Relation.ADVCL ? s.child(c, Relation.MARK) : Sentence.NONE;
      if (c > v
          && marker != Sentence.NONE
          && cues.is(Cues.Frame.PREPOSITION, s.lemma(v) + "@" + s.lemma(marker))
          && marker + 1 < s.size()) {
        Span cue = phrases.cue(v);
        int end = ends.object(Math.max(s.rightEdge(c), rightmostComplement(v)));
        return new Complement(
            marker == v + 1 ? new Span(cue.start(), s.end(marker)) : cue,
            phrases.trim(s.span(marker + 1, end)));
      }
    }
    return null;
  }

  /** "Expressed concern about …", "made the case that …": the noun belongs to the cue. */
  @Nullable Complement burdened(int v) {
    int noun = s.child(v, Relation.OBJ);
    boolean voiced = cues.is(Cues.Frame.VOICE, s.lemma(v));
    boolean light = cues.is(Cues.Frame.LIGHT, s.lemma(v));
    if (noun < v || s.upos(noun) != Upos.NOUN || noun + 2 >= s.size()) {
      return null;
    }
    int next = noun + 1;
    boolean stance = cues.is(Cues.Frame.STANCE, s.lemma(noun));
    if (!voiced && !(light && stance) || s.head(next) <= next && !s.lemma(next).equals("that")) {
      return null;
    }
    boolean matter = MATTER.contains(s.lemma(next)) && s.relation(next) == Relation.CASE;
    boolean clause = s.lemma(next).equals("that") && s.relation(next) == Relation.MARK;
    if (!matter && !clause) {
      return null;
    }
    Span cue = new Span(phrases.cue(v).start(), s.end(matter ? next : noun));
    int last = ends.object(Math.max(s.head(next), s.rightEdge(s.head(next))));
    return new Complement(cue, phrases.trim(s.span(matter ? next + 1 : next, last)));
  }

  @Nullable Span object(int v) {
    int object = s.child(v, Relation.OBJ);
    if (object == Sentence.NONE) {
      return gerund(v);
    }
    int last = Math.max(s.rightEdge(object), rightmostComplement(v));
    if (s.upos(object) == Upos.PRON && ends.object(last) == object) {
      return null;
    }
    int end = ends.object(last);
    boolean named = NAMING.contains(s.lemma(v)) && last == s.rightEdge(object);
    return phrases.trim(s.span(s.leftEdge(object), named ? ends.name(end) : end));
  }

  /** "Proposed closing the bridge". */
  private @Nullable Span gerund(int v) {
    int c = s.child(v, Relation.XCOMP);
    c = c == Sentence.NONE ? s.child(v, Relation.CCOMP) : c;
    return c > v && s.xpos(c).equals("VBG") && s.leftEdge(c) == v + 1
        ? phrases.trim(s.span(v + 1, s.rightEdge(c)))
        : null;
  }

  /** The end of what belongs to the object: "a fraud" in "called him a fraud", "of lying". */
  private int rightmostComplement(int v) {
    int right = Sentence.NONE;
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      int marker = s.child(c, r == Relation.ADVCL ? Relation.MARK : Relation.CASE);
      boolean tied =
          (r == Relation.OBL || r == Relation.ADVCL)
              && marker != Sentence.NONE
              && TIED.contains(s.lemma(marker));
      if (c > v && (tied || r == Relation.XCOMP)) {
        right = Math.max(right, s.rightEdge(c));
      }
    }
    return right;
  }
}
