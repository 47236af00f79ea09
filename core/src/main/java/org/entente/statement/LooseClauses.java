package org.entente.statement;

import java.util.List;
import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;

/**
 * Contents by the order of the words, for sentences whose tree gives the cue none: between long
 * subjects, addressees and places the parser loses the clause, while commas and "that" still show
 * where it stands. One per sentence; not thread-safe.
 */
final class LooseClauses {
  /** Nine in ten attributions in news have fewer words, as in the parser's own repair. */
  private static final int LONGEST_SOURCE = 16;

  /** Addressee, time and place together. */
  private static final int FARTHEST_THAT = 24;

  private static final int FEWEST_WORDS = 2;

  /** Verbs whose object is who is told, so that the clause may follow it. */
  private static final Set<String> ADDRESSED =
      Set.of(
          "tell", "inform", "assure", "remind", "convince", "warn", "advise", "notify", "persuade");

  private final Sentence s;
  private final Phrases phrases;
  private final ContentEnds ends;

  LooseClauses(Sentence s, Phrases phrases, ContentEnds ends) {
    this.s = s;
    this.phrases = phrases;
    this.ends = ends;
  }

  /** What is said, empty where the order of the words does not show it. */
  List<Span> of(int v, int subject, boolean saying) {
    if (subject != Sentence.NONE && isFinite(v) && isBare(v)) {
      List<Span> around = around(v, subject);
      if (!around.isEmpty()) {
        return around;
      }
    }
    int first = first(v, subject, saying);
    return first == Sentence.NONE
        ? List.of()
        : List.of(phrases.trim(s.span(first, ends.from(v, first))));
  }

  /** "The museum, he said, would open": the cue stands between commas, or closes the sentence. */
  List<Span> around(int v, int subject) {
    int begin = Math.min(v, s.leftEdge(subject));
    int end = endOfCue(v, subject);
    boolean opened = begin > FEWEST_WORDS && s.form(begin - 1).equals(",");
    if (!opened || begin + LONGEST_SOURCE < v || end == Sentence.NONE) {
      return List.of();
    }
    Span before = phrases.said(0, begin - 1);
    Span after = end + FEWEST_WORDS < s.size() ? phrases.said(end, s.size() - 1) : null;
    if (before == null || !hasVerb(0, begin) && !hasVerb(end, s.size())) {
      return List.of();
    }
    return after == null ? List.of(before) : List.of(before, after);
  }

  /** The comma or stop that closes the cue's own words; none where a verb comes first. */
  private int endOfCue(int v, int subject) {
    int from = subject > v ? s.rightEdge(subject) + 1 : v + 1;
    for (int i = from; i < s.size() && i < from + LONGEST_SOURCE; i++) {
      if (s.form(i).equals(",") || s.form(i).equals(".")) {
        return i;
      }
      if (isVerb(i) || s.form(i).equals(":") || s.form(i).equalsIgnoreCase("that")) {
        return Sentence.NONE;
      }
    }
    return from == s.size() ? from : Sentence.NONE;
  }

  /** The first word of a clause after the cue: "that", else what follows speech at once. */
  private int first(int v, int subject, boolean saying) {
    int that = that(v, subject);
    if (that != Sentence.NONE) {
      return that;
    }
    int next = v + 1;
    boolean begins =
        saying
            && subject != Sentence.NONE
            && subject < v
            && next < s.size()
            && isNominal(next)
            && hasVerb(next + 1, firstMark(next));
    return begins ? next : Sentence.NONE;
  }

  private int that(int v, int subject) {
    if (subject == Sentence.NONE || subject > v) {
      return Sentence.NONE;
    }
    if (v + 2 < s.size() && s.lemma(v + 1).equals("that") && hasVerb(v + 2, firstMark(v + 2))) {
      return v + 1;
    }
    if (!ADDRESSED.contains(s.lemma(v)) && !isBare(v)) {
      return Sentence.NONE;
    }
    for (int i = v + 1; i + FEWEST_WORDS < s.size() && i < v + FARTHEST_THAT; i++) {
      boolean relative = s.upos(i) == Upos.DET || s.relation(i).is(Relation.NSUBJ);
      if (s.lemma(i).equals("that") && !relative && hasVerb(i, s.size())) {
        return i;
      }
      if (isVerb(i) || ";:".contains(s.form(i))) {
        return Sentence.NONE;
      }
    }
    return Sentence.NONE;
  }

  /** Whether what it reports can stand before it: nothing follows but who is told. */
  boolean mayTrail(int v) {
    return ADDRESSED.contains(s.lemma(v)) || isBare(v) || s.child(v, Relation.NSUBJ) > v;
  }

  /** Whether nothing that it would report follows the verb itself. */
  boolean isBare(int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      if (c > v && (r == Relation.XCOMP || r == Relation.CCOMP || r == Relation.OBJ)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNominal(int token) {
    return switch (s.upos(token)) {
      case NOUN, PROPN, PRON, DET, NUM, ADJ -> true;
      default -> false;
    };
  }

  private int firstMark(int from) {
    int i = from;
    while (i < s.size() && !",;:--".contains(s.form(i))) {
      i++;
    }
    return i;
  }

  boolean hasVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isVerb(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isVerb(int token) {
    return s.upos(token) == Upos.AUX || s.upos(token) == Upos.VERB && isFinite(token);
  }

  private boolean isFinite(int v) {
    String tag = s.xpos(v);
    boolean participle = tag.equals("VBN") && s.child(v, Relation.AUX) != Sentence.NONE;
    return tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || participle;
  }
}
