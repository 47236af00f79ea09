package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a verb of saying or thinking takes as its content: the quotations beside it, a clause after
 * it, or what stands before it. One per sentence; not thread-safe.
 */
final class ClauseContents {
  private static final int FEWEST_WORDS = 3;

  /** Longer tails are clauses of their own, as in the parser's repair of trailing attributions. */
  private static final int LONGEST_CLOSING = 16;

  private final Sentence s;
  private final Cues cues;
  private final List<Span> quotations;
  private final Phrases phrases;
  private final Sources sources;
  private final ContentEnds ends;
  private final LooseClauses loose;

  ClauseContents(SentenceText words, Sources sources, ContentEnds ends, Phrases phrases) {
    this.s = words.sentence();
    this.cues = words.cues();
    this.quotations = words.quotations();
    this.phrases = phrases;
    this.sources = sources;
    this.ends = ends;
    this.loose = new LooseClauses(s, phrases, ends);
  }

  /**
   * Quotations of this sentence that stand right beside the cue: before it, after it, or on both
   * sides.
   */
  List<Span> direct(int v) {
    List<Span> said = new ArrayList<>();
    boolean adjacent = false;
    for (Span q : quotations) {
      if (words(q) >= FEWEST_WORDS) {
        boolean begins = q.start() <= s.span().start() + 1 && q.end() <= s.start(v);
        boolean follows = q.start() > s.end(v) && isIntroduced(v, q);
        adjacent |= begins || follows;
        if (begins || follows || !said.isEmpty()) {
          said.add(q);
        }
      }
    }
    return adjacent ? said : List.of();
  }

  /**
   * Between the cue and the quotation stand only the subject, the addressee, a time or a manner,
   * then a mark.
   */
  private boolean isIntroduced(int v, Span q) {
    int last = s.tokenAt(q.start()) - 1;
    if (last <= v) {
      return true;
    }
    boolean mark = s.form(last).equals(",") || s.form(last).equals(":");
    if (!mark) {
      return last == v;
    }
    for (int i = v + 1; i < last; i++) {
      if (s.upos(i) == Upos.VERB && s.relation(i) == Relation.CCOMP) {
        return false;
      }
    }
    return true;
  }

  private int words(Span span) {
    int words = 0;
    for (int i = Math.max(0, s.tokenAt(span.start()));
        i < s.size() && s.start(i) < span.end();
        i++) {
      words += s.upos(i) == Upos.PUNCT ? 0 : 1;
    }
    return words;
  }

  /**
   * The clause said: the complement, else, for a cue that closes the sentence, all that stands
   * before it; with what goes on after a cue in the middle. Empty where there is none.
   */
  List<Span> reported(int v) {
    Span clause = clause(v);
    if (clause == null) {
      return List.of();
    }
    Span rest = s.child(v, Relation.CCOMP) == Sentence.NONE ? rest(v) : null;
    return rest == null ? List.of(clause) : List.of(clause, rest);
  }

  /** "The museum, he said, would open": both parts, where a comma follows the cue at once. */
  List<Span> around(int v, int subject) {
    boolean comma = v + 1 < s.size() && s.form(v + 1).equals(",");
    return comma && subject != Sentence.NONE && subject < v ? loose.around(v, subject) : List.of();
  }

  /** "Reported "ten cases" in the south": the quotation is a part of what goes on after it. */
  List<Span> mixed(int v, Span quotation) {
    int first = s.tokenAt(quotation.start());
    int next = s.tokenAt(quotation.end());
    boolean goesOn = first > v && next + 1 < s.size() && s.upos(next) != Upos.PUNCT;
    boolean closed = ",.?!".indexOf(s.form(Math.max(0, next - 2)).charAt(0)) >= 0;
    if (!goesOn || closed) {
      return List.of();
    }
    int from = s.lemma(first - 1).equals("that") ? first - 1 : first;
    return List.of(phrases.trim(s.span(from, ends.from(v, next))));
  }

  /** What the order of the words shows, where the tree gives the cue no content. */
  List<Span> ordered(int v, int subject) {
    return loose.of(v, subject, cues.is(Cues.Frame.SAYING, s.lemma(v)));
  }

  private @Nullable Span clause(int v) {
    int ccomp = s.child(v, Relation.CCOMP);
    if (ccomp > v || ccomp != Sentence.NONE && loose.hasVerb(s.leftEdge(ccomp), ccomp + 1)) {
      return ccomp > v
          ? after(v, ccomp)
          : before(s.leftEdge(ccomp), Math.min(s.rightEdge(ccomp), firstOfCue(v) - 1));
    }
    if (sources.isTrailing(v) && loose.mayTrail(v)) {
      int first = s.leftEdge(v);
      return first > 0 ? phrases.said(0, first - 1) : null;
    }
    int xcomp = s.child(v, Relation.XCOMP);
    boolean finite = xcomp != Sentence.NONE && s.child(xcomp, Relation.NSUBJ) != Sentence.NONE;
    return finite && xcomp > v ? after(v, xcomp) : closing(v);
  }

  /**
   * "…, the envoy said on Monday": where the tree has no complement, all that stands before the
   * comma, when the cue closes its sentence.
   */
  private @Nullable Span closing(int v) {
    int subject = sources.subject(v);
    int begin = subject == Sentence.NONE ? v : Math.min(v, s.leftEdge(subject));
    boolean comma = begin > FEWEST_WORDS && s.form(begin - 1).equals(",");
    return comma && isLast(v) && loose.isBare(v) && loose.hasVerb(0, begin)
        ? phrases.said(0, begin - 1)
        : null;
  }

  /** Only the subject, a time, a place or an addressee follow the verb. */
  private boolean isLast(int v) {
    for (int i = v + 1; i < s.size(); i++) {
      if (s.upos(i) == Upos.VERB && s.relation(i) != Relation.ACL_RELCL) {
        return false;
      }
    }
    return s.size() - v < LONGEST_CLOSING;
  }

  private @Nullable Span before(int first, int last) {
    return last < first ? null : phrases.trim(s.span(first, last));
  }

  /** "The plan, she said, was dead": what goes on after a cue in the middle. */
  private @Nullable Span rest(int v) {
    int next = s.rightEdge(v) + 1;
    boolean comma = next < s.size() && (s.form(next).equals(",") || s.form(next - 1).equals(","));
    return comma && next + 2 < s.size() && sources.isTrailing(v)
        ? phrases.said(next, s.size() - 1)
        : null;
  }

  private int firstOfCue(int v) {
    int subject = sources.subject(v);
    return subject == Sentence.NONE || subject > v ? v : Math.max(1, s.leftEdge(subject));
  }

  private Span after(int v, int clause) {
    return phrases.trim(s.span(s.leftEdge(clause), ends.of(v, clause)));
  }
}
