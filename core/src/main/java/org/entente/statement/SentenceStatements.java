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
  private static final int LONGEST_CLOSING = 16;
  private static final java.util.Set<String> TIED =
      java.util.Set.of("of", "for", "as", "to", "with", "over", "against", "about", "between");

  private final Sentence s;
  private final int number;
  private final String text;
  private final Cues cues;
  private final List<Span> quotations;
  private final Phrases phrases;
  private final NominalStatements nominal;
  private final List<Attribution> found = new ArrayList<>();

  SentenceStatements(Sentence s, int number, String text, Cues cues, List<Span> quotations) {
    this.s = s;
    this.number = number;
    this.text = text;
    this.cues = cues;
    this.quotations = quotations.stream().filter(q -> q.overlaps(s.span())).toList();
    this.phrases = new Phrases(s, text, this.quotations);
    this.nominal = new NominalStatements(s, number, cues, phrases);
  }

  List<Attribution> find() {
    for (int v = 0; v < s.size(); v++) {
      if (s.upos(v) == Upos.VERB && !isQuoted(v) && !nominal.isAccordingTo(v)) {
        verb(v);
      } else {
        found.addAll(nominal.at(v));
      }
    }
    if (found.isEmpty()) {
      found.addAll(new MarkedAttributions(s, number, text, quotations).find());
    }
    return found;
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
    if (subject == Sentence.NONE && cues.is(Cues.Frame.CLAUSE, lemma)) {
      subject = inverted(v);
    }
    Span source = subject == Sentence.NONE ? null : phrases.phrase(subject);
    if (cues.is(Cues.Frame.CLAUSE, lemma)) {
      List<Span> said = direct(v);
      boolean held = s.xpos(v).equals("VBG") && isHeld(said);
      if (!said.isEmpty() && !held) {
        add(v, subject, source, phrases.cue(v), said, Statement.Kind.DIRECT, "direct");
        return;
      }
      Span clause = clause(v);
      if (clause != null && (source != null || isTrailing(v))) {
        Span rest = s.child(v, Relation.CCOMP) == Sentence.NONE ? rest(v) : null;
        List<Span> parts = rest == null ? List.of(clause) : List.of(clause, rest);
        add(v, subject, source, phrases.cue(v), parts, phrases.kind(clause), "clause");
        return;
      }
    }
    if (source == null) {
      return;
    }
    Span infinitive = cues.is(Cues.Frame.INFINITIVE, lemma) ? complement(v, Relation.XCOMP) : null;
    if (infinitive != null) {
      add(
          v,
          subject,
          source,
          phrases.cue(v),
          List.of(infinitive),
          phrases.kind(infinitive),
          "infinitive");
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
          phrases.trim(
              s.span(s.leftEdge(object), Math.max(s.rightEdge(object), rightmostComplement(v))));
      add(v, subject, source, phrases.cue(v), List.of(content), phrases.kind(content), "object");
    }
  }

  /** What stands before the noun that it belongs to. */
  private static boolean isBefore(Relation r) {
    return switch (r) {
      case DET, AMOD, COMPOUND, NMOD_POSS, NMOD_DESC, NUMMOD, FLAT -> true;
      default -> false;
    };
  }

  private boolean isHeld(List<Span> said) {
    return found.stream()
        .anyMatch(a -> a.contents.stream().anyMatch(c -> said.stream().anyMatch(c::overlaps)));
  }

  /** "…," said the envoy: the phrase right after a cue that follows a mark. */
  private int inverted(int v) {
    boolean mark = v > 0 && ",\"\u201D''".contains(s.form(v - 1));
    if (!mark || v + 1 >= s.size()) {
      return Sentence.NONE;
    }
    int token = v + 1;
    while (s.head(token) > token && isBefore(s.relation(token))) {
      token = s.head(token);
    }
    boolean phrase = s.upos(token) == Upos.NOUN || s.upos(token) == Upos.PROPN;
    return phrase && s.leftEdge(token) == v + 1 ? token : Sentence.NONE;
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
    int subject = subject(v);
    int begin = subject == Sentence.NONE ? v : Math.min(v, s.leftEdge(subject));
    boolean comma = begin > FEWEST_WORDS && s.form(begin - 1).equals(",");
    return comma && isLast(v) ? phrases.said(0, begin - 1) : null;
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
    return comma && next + 2 < s.size() && isTrailing(v) ? phrases.said(next, s.size() - 1) : null;
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
    for (int c = s.firstChild(clause); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean joined = s.relation(c) == Relation.CONJ || s.relation(c) == Relation.PARATAXIS;
      boolean own = joined && c > clause && s.child(c, Relation.NSUBJ) != Sentence.NONE;
      int first = s.leftEdge(c);
      boolean apart = own && first > 0 && !isQuoted(first) && s.form(first).equals(",");
      boolean other = apart && (cues.is(Cues.Frame.CLAUSE, s.lemma(c)) || isBut(c));
      last = other ? Math.min(last, first - 1) : last;
    }
    return phrases.trim(s.span(s.leftEdge(clause), last));
  }

  private boolean isBut(int clause) {
    int conjunction = s.child(clause, Relation.CC);
    return conjunction != Sentence.NONE && s.lemma(conjunction).equals("but");
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
    object = object == Sentence.NONE ? s.child(v, Relation.IOBJ) : object;
    int first =
        object != Sentence.NONE && object > v && object < c ? s.leftEdge(object) : s.leftEdge(c);
    return infinitive ? phrases.trim(s.span(first, s.rightEdge(c))) : null;
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
        Span cue = phrases.cue(v);
        int end = Math.max(s.rightEdge(c), rightmostComplement(v));
        Span content = phrases.trim(s.span(marker + 1, end));
        add(
            v,
            subject,
            source,
            marker == v + 1 ? new Span(cue.start(), s.end(marker)) : cue,
            List.of(content),
            phrases.kind(content),
            "preposition");
        return true;
      }
    }
    return false;
  }

  private Span trim(Span span) {
    return ContentSpans.trim(span, text, quotations);
  }
}
