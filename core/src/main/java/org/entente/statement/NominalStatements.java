package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;

/**
 * Attributions without a verb of saying: "according to", nouns with their owners, adjectives of
 * mind. One per sentence; not thread-safe.
 */
final class NominalStatements {
  private static final Set<String> MATTER =
      Set.of("about", "over", "of", "with", "at", "toward", "towards");

  private final Sentence s;
  private final int number;
  private final Cues cues;
  private final Phrases phrases;
  private final NounStatements nouns;
  private final List<Attribution> found = new ArrayList<>();

  NominalStatements(SentenceText words, int number, Phrases phrases, NounStatements nouns) {
    this.nouns = nouns;
    this.s = words.sentence();
    this.number = number;
    this.cues = words.cues();
    this.phrases = phrases;
  }

  /** What the word at {@code token} attributes; empty for most words. */
  List<Attribution> at(int token) {
    found.clear();
    if (isAccordingTo(token)) {
      accordingTo(token);
    } else if (s.upos(token) == Upos.NOUN) {
      Attribution noun = nouns.of(token);
      if (noun != null) {
        found.add(noun);
      }
    } else if (isAdjective(token)) {
      adjective(token);
    }
    return List.copyOf(found);
  }

  /** An adjective of mind, whether or not it is taken for a participle. */
  private boolean isAdjective(int token) {
    boolean participle = s.xpos(token).equals("VBN");
    String word = participle ? s.form(token).toLowerCase(Locale.ROOT) : s.lemma(token);
    return cues.is(Cues.Frame.ADJECTIVE, word);
  }

  /** Whether "according to" begins here. */
  boolean isAccordingTo(int token) {
    return s.form(token).equalsIgnoreCase("according")
        && token + 2 < s.size()
        && s.form(token + 1).equals("to");
  }

  /** "according to the ministry": the rest of the sentence is what it says. */
  private void accordingTo(int a) {
    int head = a + 2;
    for (int up = s.head(head);
        !s.relation(head).is(Relation.OBL) && up > a + 1 && s.leftEdge(up) >= a - 1;
        up = s.head(up)) {
      head = up;
    }
    int last = Math.max(head, s.rightEdge(head));
    for (int i = last; i > head; i--) {
      last = s.form(i).equals(",") && (a == 0 || s.upos(i + 1) != Upos.DET) ? i - 1 : last;
    }
    Span source = phrases.trim(s.span(a + 2, last));
    Span content = null;
    if (a > 2) {
      content = phrases.said(0, a - 1);
    } else if (last + 2 < s.size()) {
      content = phrases.said(last + 1, s.size() - 1);
    }
    if (content != null && !content.isEmpty()) {
      add(Sentence.NONE, head, source, s.span(a, a + 1), content, "according-to");
    }
  }

  /** "Is confident that …", "was worried about …". */
  private void adjective(int a) {
    int subject = s.child(a, Relation.NSUBJ);
    int copula = s.child(a, Relation.COP);
    copula = copula == Sentence.NONE ? s.child(a, Relation.AUX_PASS) : copula;
    if (subject == Sentence.NONE || copula == Sentence.NONE) {
      return;
    }
    for (int c = s.firstChild(a); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      int marker = r == Relation.OBL ? s.child(c, Relation.CASE) : s.child(c, Relation.MARK);
      boolean that =
          r == Relation.ADVCL && marker != Sentence.NONE && s.lemma(marker).equals("that");
      boolean clause = that || r == Relation.CCOMP || r == Relation.XCOMP;
      boolean matter =
          (r == Relation.OBL || r == Relation.ADVCL)
              && marker != Sentence.NONE
              && MATTER.contains(s.lemma(marker));
      if (c > a && (clause || matter)) {
        int first = matter ? marker + 1 : s.leftEdge(c);
        int end = matter && marker == a + 1 ? marker : a;
        Span content = phrases.trim(s.span(first, s.rightEdge(c)));
        Span cue = new Span(phrases.cue(a).start(), s.end(end));
        add(a, subject, phrases.phrase(subject), cue, content, "adjective");
        return;
      }
    }
  }

  private void add(int v, int head, Span source, Span cue, Span content, String rule) {
    Attribution attribution =
        new Attribution(number, v, source, head, cue, phrases.kind(content), rule);
    attribution.contents.add(content);
    found.add(attribution);
  }
}
