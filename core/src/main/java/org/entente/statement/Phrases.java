package org.entente.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The spans of sources, cues and contents in one sentence, by its tree. One per sentence; not
 * thread-safe.
 */
final class Phrases {
  private static final Set<String> LINKS =
      Set.of("however", "meanwhile", "still", "yet", "moreover", "instead", "thus");
  private static final int LONGEST_DATELINE = 14;

  private final Sentence s;
  private final String text;
  private final Cues cues;
  private final List<Span> quotations;

  Phrases(SentenceText words) {
    this.s = words.sentence();
    this.cues = words.cues();
    this.text = words.text();
    this.quotations = words.quotations();
  }

  /** The whole noun phrase; a closing comma of an apposition belongs to it. */
  Span phrase(int head) {
    return phrase(head, s.rightEdge(head));
  }

  /** The source of {@code v}: "people wanting more" without what they want. */
  Span source(int head, int v) {
    int clause = v;
    while (clause != Sentence.NONE && s.head(clause) != head) {
      clause = s.head(clause);
    }
    boolean inside = clause > head && s.relation(clause) == Relation.ACL;
    return phrase(head, inside ? s.leftEdge(clause) - 1 : s.rightEdge(head));
  }

  private Span phrase(int head, int end) {
    int first = s.leftEdge(head);
    int last = Math.max(head, end);
    while (first < head && isOutside(first, head)) {
      first++;
    }
    first = afterDateline(first, head);
    boolean name = s.upos(head) == Upos.PROPN && s.upos(first) != Upos.DET;
    while (name && first > 0 && isTitle(first - 1)) {
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

  /** Marks, prepositions and conjunctions before the phrase itself. */
  private boolean isOutside(int token, int head) {
    boolean marker = s.relation(token) == Relation.CASE || s.relation(token) == Relation.CC;
    return s.upos(token) == Upos.PUNCT || marker && s.head(token) == head;
  }

  /** "Former White House press secretary" before a name. */
  private boolean isTitle(int token) {
    Upos upos = s.upos(token);
    boolean hyphen =
        s.form(token).equals("-")
            && token > 0
            && s.end(token - 1) == s.start(token)
            && s.end(token) == s.start(token + 1);
    boolean day = s.form(token).endsWith("day") && upos == Upos.PROPN;
    return hyphen || !day && (upos == Upos.PROPN || upos == Upos.NOUN || upos == Upos.ADJ);
  }

  /** "WASHINGTON -- President …": the place and the dash do not speak. */
  private int afterDateline(int first, int head) {
    for (int i = first + 1; i < head && i < first + LONGEST_DATELINE; i++) {
      boolean dash = s.form(i).equals("--") || "\u2014\u2013\u2015".contains(s.form(i));
      if (dash && first == 0 && s.form(0).equals(s.form(0).toUpperCase(Locale.ROOT))) {
        return i + 1;
      }
    }
    return first;
  }

  /**
   * The verb with its auxiliaries and adverbs before it, its particle, and the verb that it
   * completes: "continues to insist".
   */
  Span cue(int v) {
    int first = firstOfCue(v);
    int particle = s.child(v, Relation.COMPOUND_PRT);
    Span span = s.span(first, particle == v + 1 ? particle : v);
    boolean colon = span.end() < text.length() && text.charAt(span.end()) == ':';
    return colon ? new Span(span.start(), span.end() + 1) : span;
  }

  private int firstOfCue(int v) {
    int first = v;
    while (first > 0 && belongs(first - 1, v)) {
      first--;
    }
    int governor = s.head(v);
    boolean completes =
        s.relation(v) == Relation.XCOMP
            && governor == first - 1
            && s.upos(governor) == Upos.VERB
            && s.lemma(first).equals("to")
            && !cues.is(Cues.Frame.INFINITIVE, s.lemma(governor));
    return completes ? firstOfCue(governor) : first;
  }

  /** Auxiliaries, the copula, adverbs with their own adverbs, "to". */
  private boolean belongs(int token, int v) {
    int own = token;
    while (s.relation(own) == Relation.ADVMOD && s.head(own) != v && s.head(own) > token) {
      own = s.head(own);
    }
    Relation r = s.relation(own);
    return s.head(own) == v
        && (r.is(Relation.AUX)
            || r == Relation.COP
            || r == Relation.ADVMOD
            || r == Relation.MARK && s.form(own).equals("to"));
  }

  /** What is said between two tokens, without the adverb that only ties it to what came before. */
  @Nullable Span said(int first, int last) {
    int from = first;
    while (from < last
        && (s.upos(from) == Upos.PUNCT && !isMark(from)
            || LINKS.contains(s.form(from).toLowerCase(Locale.ROOT)))) {
      from++;
    }
    return from >= last ? null : trim(s.span(from, last));
  }

  private boolean isMark(int token) {
    return "\"\u201C\u2018``''".contains(s.form(token));
  }

  /** Mixed where a quotation stands in it. */
  Statement.Kind kind(Span content) {
    return quotations.stream().anyMatch(q -> q.overlaps(content))
        ? Statement.Kind.MIXED
        : Statement.Kind.INDIRECT;
  }

  /**
   * Without marks at its ends that do not belong to a quotation, and with the quotation that goes
   * on from it.
   */
  Span trim(Span span) {
    Span trimmed = ContentSpans.trim(span, text, quotations);
    for (Span q : quotations) {
      boolean goesOn =
          q.start() >= trimmed.end()
              && q.start() <= trimmed.end() + 1
              && q.end() <= s.span().end() + 1;
      trimmed = goesOn ? new Span(trimmed.start(), q.end()) : trimmed;
    }
    return trimmed;
  }
}
