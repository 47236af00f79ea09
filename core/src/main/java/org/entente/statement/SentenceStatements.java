package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The attributions of one sentence: cue verbs with their subjects and contents, and "according to".
 * Not thread-safe.
 */
final class SentenceStatements {
  private static final int FEWEST_WORDS = 3;
  private static final java.util.Set<String> LINKS =
      java.util.Set.of(
          "however",
          "but",
          "and",
          "meanwhile",
          "still",
          "yet",
          "so",
          "moreover",
          "instead",
          "thus");
  private static final java.util.Set<String> TIED =
      java.util.Set.of("of", "for", "as", "to", "with", "over", "against");

  private final Sentence s;
  private final int number;
  private final String text;
  private final Cues cues;
  private final List<Span> quotations;
  private final List<Attribution> found = new ArrayList<>();

  SentenceStatements(Sentence s, int number, String text, Cues cues, List<Span> quotations) {
    this.s = s;
    this.number = number;
    this.text = text;
    this.cues = cues;
    this.quotations = quotations.stream().filter(q -> q.overlaps(s.span())).toList();
  }

  List<Attribution> find() {
    for (int v = 0; v < s.size(); v++) {
      if (isAccordingTo(v)) {
        accordingTo(v);
      } else if (s.upos(v) == Upos.VERB && !isQuoted(v)) {
        verb(v);
      } else if (s.upos(v) == Upos.NOUN && cues.is(Cues.Frame.NOUN, s.lemma(v))) {
        noun(v);
      }
    }
    if (found.isEmpty()) {
      found.addAll(new MarkedAttributions(s, number, text, quotations).find());
    }
    return found;
  }

  private boolean isAccordingTo(int token) {
    return s.form(token).equalsIgnoreCase("according")
        && token + 2 < s.size()
        && s.form(token + 1).equals("to");
  }

  private boolean isQuoted(int token) {
    return quotations.stream().anyMatch(q -> q.contains(s.span(token)));
  }

  private void verb(int v) {
    String lemma = lemma(v);
    int subject = subject(v);
    if (subject == Sentence.NONE && isTrailing(v)) {
      subject = s.child(v, Relation.OBJ);
    }
    Span source = subject == Sentence.NONE ? null : phrase(subject);
    if (cues.is(Cues.Frame.CLAUSE, lemma)) {
      List<Span> said = direct(v);
      if (!said.isEmpty()) {
        add(v, subject, source, cue(v), said, Statement.Kind.DIRECT, "direct");
        return;
      }
      Span clause = clause(v);
      if (clause != null && (source != null || isTrailing(v))) {
        Span rest = s.child(v, Relation.CCOMP) == Sentence.NONE ? rest(v) : null;
        List<Span> parts = rest == null ? List.of(clause) : List.of(clause, rest);
        add(v, subject, source, cue(v), parts, kind(clause), "clause");
        return;
      }
    }
    if (source == null) {
      return;
    }
    Span infinitive = cues.is(Cues.Frame.INFINITIVE, lemma) ? complement(v, Relation.XCOMP) : null;
    if (infinitive != null) {
      add(v, subject, source, cue(v), List.of(infinitive), kind(infinitive), "infinitive");
      return;
    }
    if (prepositional(v, subject, source)) {
      return;
    }
    int object = s.child(v, Relation.OBJ);
    if (object != Sentence.NONE
        && cues.is(Cues.Frame.OBJECT, lemma)
        && s.upos(object) != Upos.PRON) {
      Span content =
          trim(s.span(s.leftEdge(object), Math.max(s.rightEdge(object), rightmostComplement(v))));
      add(v, subject, source, cue(v), List.of(content), kind(content), "object");
    }
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

  private void add(
      int v,
      int subject,
      @Nullable Span source,
      Span cue,
      List<Span> contents,
      Statement.Kind kind,
      String rule) {
    Attribution a = new Attribution(number, v, source, subject, cue, kind, rule);
    a.contents.addAll(contents);
    found.add(a);
  }

  private Statement.Kind kind(Span content) {
    return quotations.stream().anyMatch(q -> q.overlaps(content))
        ? Statement.Kind.MIXED
        : Statement.Kind.INDIRECT;
  }

  private String lemma(int v) {
    int particle = s.child(v, Relation.COMPOUND_PRT);
    String joined = particle == Sentence.NONE ? s.lemma(v) : s.lemma(v) + "_" + s.lemma(particle);
    return cues.is(Cues.Frame.CLAUSE, joined)
            || cues.is(Cues.Frame.OBJECT, joined)
            || cues.is(Cues.Frame.INFINITIVE, joined)
        ? joined
        : s.lemma(v);
  }

  /** The subject: its own, that of the verb it is joined to or depends on. */
  private int subject(int v) {
    int up = v;
    for (int steps = 0; steps < 4 && up != Sentence.NONE; steps++) {
      for (int c = s.firstChild(up); c != Sentence.NONE; c = s.nextChild(c)) {
        if (s.relation(c) == Relation.NSUBJ
            || s.relation(c) == Relation.NSUBJ_OUTER
            || s.relation(c) == Relation.NSUBJ_PASS && up != v) {
          return c;
        }
      }
      Relation r = s.relation(up);
      if (r == Relation.ACL && s.xpos(up).equals("VBG")) {
        return s.head(up);
      }
      up =
          r == Relation.CONJ
                  || r == Relation.XCOMP
                  || r == Relation.ADVCL && s.xpos(v).equals("VBG")
              ? s.head(up)
              : Sentence.NONE;
    }
    return Sentence.NONE;
  }

  /** The whole noun phrase; a closing comma of an apposition belongs to it. */
  private Span phrase(int head) {
    int first = s.leftEdge(head);
    int last = s.rightEdge(head);
    while (first < head && s.upos(first) == Upos.PUNCT) {
      first++;
    }
    boolean name = s.upos(head) == Upos.PROPN && s.upos(first) == Upos.PROPN;
    while (name
        && first > 0
        && (s.upos(first - 1) == Upos.PROPN || s.upos(first - 1) == Upos.NOUN)) {
      first--;
    }
    while (last > head
        && s.upos(last) == Upos.PUNCT
        && !s.form(last).equals(",")
        && !s.form(last).equals(")")) {
      last--;
    }
    Span span = s.span(first, last);
    boolean comma =
        span.end() < text.length()
            && text.charAt(span.end()) == ','
            && span.in(text).indexOf(',') > 0;
    return comma ? new Span(span.start(), span.end() + 1) : span;
  }

  /** The verb with its auxiliaries and adverbs before it and its particle. */
  private Span cue(int v) {
    int first = v;
    int last = v;
    for (int i = v - 1; i >= 0; i--) {
      boolean own =
          s.head(i) == v
              && (s.relation(i).is(Relation.AUX)
                  || s.relation(i) == Relation.ADVMOD
                  || s.relation(i) == Relation.MARK && s.form(i).equals("to"));
      if (!own) {
        break;
      }
      first = i;
    }
    int particle = s.child(v, Relation.COMPOUND_PRT);
    last = particle == v + 1 ? particle : last;
    return s.span(first, last);
  }

  /**
   * Quotations of this sentence that stand right beside the cue: before it, after it, or on both
   * sides.
   */
  private List<Span> direct(int v) {
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
   * before it.
   */
  private @Nullable Span clause(int v) {
    int ccomp = s.child(v, Relation.CCOMP);
    if (ccomp != Sentence.NONE) {
      return ccomp > v
          ? after(v, ccomp)
          : before(s.leftEdge(ccomp), Math.min(s.rightEdge(ccomp), firstOfCue(v) - 1));
    }
    if (isTrailing(v)) {
      int first = s.leftEdge(v);
      return first > 0 ? said(0, first - 1) : null;
    }
    int xcomp = s.child(v, Relation.XCOMP);
    boolean finite = xcomp != Sentence.NONE && s.child(xcomp, Relation.NSUBJ) != Sentence.NONE;
    return finite && xcomp > v ? after(v, xcomp) : null;
  }

  private @Nullable Span before(int first, int last) {
    return last < first ? null : trim(s.span(first, last));
  }

  /** "The plan, she said, was dead": what goes on after a cue in the middle. */
  private @Nullable Span rest(int v) {
    int next = s.rightEdge(v) + 1;
    boolean comma = next < s.size() && (s.form(next).equals(",") || s.form(next - 1).equals(","));
    return comma && next + 2 < s.size() && isTrailing(v) ? said(next, s.size() - 1) : null;
  }

  private int firstOfCue(int v) {
    int subject = subject(v);
    return subject == Sentence.NONE || subject > v ? v : Math.max(1, s.leftEdge(subject));
  }

  /** ", officials said": the cue's clause stands beside what it reports. */
  private boolean isTrailing(int v) {
    return s.relation(v) == Relation.PARATAXIS && s.leftEdge(v) > 0 && s.head(v) < s.leftEdge(v);
  }

  /**
   * From the clause to the end of the sentence, or to the next thing that the speaker is said to
   * have done.
   */
  private Span after(int v, int clause) {
    int last = s.rightEdge(clause);
    return trim(s.span(s.leftEdge(clause), last));
  }

  private @Nullable Span complement(int v, Relation relation) {
    int c = s.child(v, relation);
    if (c == Sentence.NONE || c < v) {
      return null;
    }
    boolean infinitive =
        s.child(c, Relation.MARK) != Sentence.NONE
            && s.lemma(s.child(c, Relation.MARK)).equals("to");
    int object = s.child(v, Relation.OBJ);
    int first =
        object != Sentence.NONE && object > v && object < c ? s.leftEdge(object) : s.leftEdge(c);
    return infinitive ? trim(s.span(first, s.rightEdge(c))) : null;
  }

  private boolean prepositional(int v, int subject, Span source) {
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
        Span cue = cue(v);
        Span content = trim(s.span(marker + 1, s.rightEdge(c)));
        add(
            v,
            subject,
            source,
            marker == v + 1 ? new Span(cue.start(), s.end(marker)) : cue,
            List.of(content),
            kind(content),
            "preposition");
        return true;
      }
    }
    return false;
  }

  /** "according to the ministry": the rest of the sentence is what it says. */
  private void accordingTo(int a) {
    int head = a + 2;
    for (int up = s.head(head); up > a + 1 && s.leftEdge(up) >= a - 1; up = s.head(up)) {
      head = up;
    }
    int last = Math.max(head, s.rightEdge(head));
    for (int i = last; i > head; i--) {
      last = s.form(i).equals(",") && (a == 0 || s.upos(i + 1) != Upos.DET) ? i - 1 : last;
    }
    Span source = trim(s.span(a + 2, last));
    Span content = null;
    if (a > 2) {
      content = said(0, a - 1);
    } else if (last + 2 < s.size()) {
      content = said(last + 1, s.size() - 1);
    }
    if (content != null && !content.isEmpty()) {
      Attribution attribution =
          new Attribution(
              number, Sentence.NONE, source, head, s.span(a, a + 1), kind(content), "according-to");
      attribution.contents.add(content);
      found.add(attribution);
    }
  }

  /** What is said between two tokens, without the adverb that only ties it to what came before. */
  private @Nullable Span said(int first, int last) {
    int from = first;
    while (from < last
        && (s.upos(from) == Upos.PUNCT && !isMark(from)
            || LINKS.contains(s.form(from).toLowerCase(java.util.Locale.ROOT)))) {
      from++;
    }
    return from >= last ? null : trim(s.span(from, last));
  }

  private boolean isMark(int token) {
    return "\"\u201C\u2018``''".contains(s.form(token));
  }

  /** "his warning that …": the owner of the noun is the source. */
  private void noun(int n) {
    int clause = Sentence.NONE;
    int owner = Sentence.NONE;
    for (int c = s.firstChild(n); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean that =
          (r == Relation.ACL || r == Relation.CCOMP || r == Relation.ACL_RELCL)
              && c > n
              && s.child(c, Relation.MARK) != Sentence.NONE;
      clause = that && clause == Sentence.NONE ? c : clause;
      owner = r == Relation.NMOD_POSS ? c : owner;
    }
    if (clause != Sentence.NONE && owner != Sentence.NONE) {
      Span content = trim(s.span(s.leftEdge(clause), s.rightEdge(clause)));
      int end = s.upos(owner) == Upos.PRON ? owner : s.rightEdge(owner);
      boolean genitive = end > owner && s.xpos(end).equals("POS");
      Span source = s.span(s.leftEdge(owner), genitive ? end - 1 : end);
      add(n, owner, source, s.span(n), List.of(content), kind(content), "noun");
    }
  }

  private Span trim(Span span) {
    return ContentSpans.trim(span, text, quotations);
  }
}
