package org.entente.statement;

import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/**
 * Where a clause ends that is said. What follows a cue is said up to the end of its sentence,
 * unless something shows that the article speaks again: the tree alone cuts too early, because what
 * hangs far to the right of a long clause is where the parser errs most. One per sentence; not
 * thread-safe.
 */
final class ContentEnds {
  /** What sets the time or the ground of the saying as often as of what is said. */
  private static final Set<String> CIRCUMSTANCES =
      Set.of("after", "when", "while", "as", "before", "during", "since", "although", "though");

  /** What ties a phrase to an object rather than to the verb: "a fraud", "of lying", "as weak". */
  private static final Set<String> TIED =
      Set.of(
          "of", "for", "as", "to", "with", "over", "against", "about", "between", "like", "from");

  private final Sentence s;
  private final Cues cues;
  private final SentenceText words;

  ContentEnds(SentenceText words) {
    this.words = words;
    this.s = words.sentence();
    this.cues = words.cues();
  }

  /** The last token of the clause that {@code v} reports. */
  int of(int v, int clause) {
    int last = s.rightEdge(clause);
    for (int i = clause + 1; i <= last; i++) {
      if (speaksAgain(v, clause, i)) {
        return i - 1;
      }
    }
    return last == s.rightEdge(clause) ? extended(v, last) : last;
  }

  /**
   * The last token of an infinitive that ends at {@code last} by the tree; ", which …" is mostly
   * the article's own.
   */
  int infinitive(int v, int last) {
    for (int i = v + 1; i < last; i++) {
      if (!words.isQuoted(i) && (isParticiple(i) || isNewClause(i))) {
        return i - 1;
      }
    }
    int next = last + 2;
    boolean comma = next < s.size() && s.form(last + 1).equals(",");
    return comma && !goesOn(next, last) ? last : extended(v, last);
  }

  /** ", and the union agreed": a clause with a subject of its own. */
  private boolean isNewClause(int comma) {
    int verb = s.head(comma);
    return s.form(comma).equals(",")
        && verb > comma
        && s.relation(verb) == Relation.CONJ
        && s.leftEdge(verb) == comma
        && s.child(verb, Relation.NSUBJ) != Sentence.NONE;
  }

  /** ", build a second and close the third": verbs that share the "to". */
  private boolean goesOn(int next, int last) {
    int top = top(next, last);
    return s.relation(top) == Relation.CONJ && s.child(top, Relation.NSUBJ) == Sentence.NONE;
  }

  /**
   * The last token of an object that ends at {@code last} by the tree: with what describes it, up
   * to a mark.
   */
  int object(int last) {
    int end = last;
    for (int next = after(end); next < s.size(); next = after(end)) {
      int top = top(next, end);
      if (s.upos(next) == Upos.PUNCT
          || s.head(top) == Sentence.NONE
          || s.head(top) > top
          || !describes(top)) {
        return end;
      }
      end = Math.max(next, s.rightEdge(top));
    }
    return end;
  }

  /** The last token of the name that an object which ends at {@code end} is given, up to a mark. */
  int name(int end) {
    int next = after(end);
    boolean begins =
        next < s.size()
            && switch (s.upos(next)) {
              case DET, ADJ, NOUN, PROPN -> true;
              default -> false;
            };
    int last = end;
    for (int i = next; begins && i < s.size(); i++) {
      if (",;.:".contains(s.form(i)) && !words.isQuoted(i)) {
        return last;
      }
      last = i;
    }
    return last;
  }

  /** The word after {@code end}, behind the mark that opens a quotation. */
  private int after(int end) {
    int next = end + 1;
    boolean opens = next + 1 < s.size() && words.isQuoted(next) && !words.isQuoted(end);
    return opens && s.upos(next) == Upos.PUNCT ? next + 1 : next;
  }

  private boolean describes(int top) {
    Relation r = s.relation(top);
    int marker = s.child(top, r.is(Relation.ADVCL) ? Relation.MARK : Relation.CASE);
    boolean tied = marker != Sentence.NONE && TIED.contains(s.lemma(marker));
    return r.is(Relation.ACL)
        || r.is(Relation.NMOD)
        || r == Relation.XCOMP
        || r == Relation.CCOMP
        || r == Relation.CONJ && s.upos(top) != Upos.VERB
        || (r.is(Relation.OBL) || r == Relation.ADVCL) && tied;
  }

  /**
   * The last token of what is said from {@code first} on, where the tree shows no clause: up to the
   * end of the sentence, or to where the article speaks again.
   */
  int from(int v, int first) {
    for (int i = first + 1; i < s.size(); i++) {
      boolean again = s.form(i).equals(";") || isParticiple(i) || isOfCue(v, i);
      if (again && !words.isQuoted(i)) {
        return i - 1;
      }
    }
    return s.size() - 1;
  }

  /** Whether at {@code i}, inside the clause by the tree, the article speaks again. */
  private boolean speaksAgain(int v, int clause, int i) {
    if (words.isQuoted(i)) {
      return false;
    }
    if (isParticiple(i) || isOfCue(v, i)) {
      return true;
    }
    int head = headOf(i);
    boolean joined = s.relation(head) == Relation.CONJ || s.relation(head) == Relation.PARATAXIS;
    boolean own =
        joined && s.head(head) == clause && s.child(head, Relation.NSUBJ) != Sentence.NONE;
    return own
        && s.leftEdge(head) == i
        && s.form(i).equals(",")
        && (cues.is(Cues.Frame.CLAUSE, s.lemma(head)) || isBut(head));
  }

  /** ", arguing that …" after what was said: the speaker goes on in the words of the article. */
  private boolean isParticiple(int comma) {
    int verb = comma + 1;
    return s.form(comma).equals(",")
        && verb < s.size()
        && s.xpos(verb).equals("VBG")
        && cues.is(Cues.Frame.CLAUSE, s.lemma(verb))
        && s.child(verb, Relation.NSUBJ) == Sentence.NONE;
  }

  /**
   * "said he would go and warned …": a cue in the tense of the first, joined to a verb that stands
   * in another.
   */
  private boolean isOfCue(int v, int conjunction) {
    int verb = s.head(conjunction);
    return s.relation(conjunction) == Relation.CC
        && verb > conjunction
        && s.relation(verb) == Relation.CONJ
        && s.xpos(verb).equals(s.xpos(v))
        && !s.xpos(verb).equals(s.xpos(s.head(verb)))
        && isCue(verb)
        && s.child(verb, Relation.NSUBJ) == Sentence.NONE
        && s.child(verb, Relation.AUX) == Sentence.NONE;
  }

  private int headOf(int i) {
    return s.upos(i) == Upos.PUNCT && s.head(i) != Sentence.NONE ? s.head(i) : i;
  }

  /** Goes on over what the tree hangs elsewhere, up to the end or to where the article speaks. */
  private int extended(int v, int from) {
    int last = from;
    while (last + 1 < s.size()) {
      int next = last + 1;
      while (next < s.size() && s.upos(next) == Upos.PUNCT) {
        next++;
      }
      if (next >= s.size() || stops(v, last, next)) {
        return last;
      }
      last = Math.max(next, s.rightEdge(top(next, last)));
    }
    return last;
  }

  /** The highest word over {@code token} whose words all stand after {@code last}. */
  private int top(int token, int last) {
    int top = token;
    while (s.head(top) != Sentence.NONE && s.leftEdge(s.head(top)) > last) {
      top = s.head(top);
    }
    return top;
  }

  private boolean stops(int v, int last, int next) {
    if (words.isQuoted(next) && (words.isQuoted(last) || !s.form(last + 1).equals(","))) {
      return false;
    }
    int top = top(next, last);
    if (s.head(top) == Sentence.NONE || s.head(top) > top || isMarked(last, next)) {
      return true;
    }
    Relation r = s.relation(top);
    boolean joined = r == Relation.CONJ || r == Relation.PARATAXIS;
    if (joined && s.upos(top) == Upos.VERB && !s.xpos(next).startsWith("W")) {
      boolean own = s.child(top, Relation.NSUBJ) != Sentence.NONE;
      return own ? isBut(top) || isCue(top) : isCue(top);
    }
    if (r.is(Relation.ADVCL)) {
      int marker = s.child(top, Relation.MARK);
      boolean participle = s.xpos(top).equals("VBG") && marker == Sentence.NONE;
      return participle
          ? s.head(top) == v || isCue(top)
          : marker != Sentence.NONE && CIRCUMSTANCES.contains(s.lemma(marker));
    }
    return false;
  }

  /** A semicolon or a bracket stands between. */
  private boolean isMarked(int last, int next) {
    for (int i = last + 1; i < next; i++) {
      if (";(".contains(s.form(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isCue(int verb) {
    String lemma = s.lemma(verb);
    return cues.is(Cues.Frame.CLAUSE, lemma)
        || cues.is(Cues.Frame.OBJECT, lemma)
        || cues.is(Cues.Frame.INFINITIVE, lemma);
  }

  private boolean isBut(int clause) {
    int conjunction = s.child(clause, Relation.CC);
    return conjunction != Sentence.NONE && s.lemma(conjunction).equals("but");
  }
}
