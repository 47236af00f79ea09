package org.entente.statement;

import java.util.Set;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Who stands as the source of a verb, by its tree. One per sentence; not thread-safe. */
final class Sources {
  /** Joined and dependent verbs share a subject over at most so many steps. */
  private static final int MOST_STEPS = 4;

  /** A name with titles and appositions; the longest that we saw in news has 24 tokens. */
  private static final int LONGEST = 30;

  private static final Set<String> QUOTES = Set.of("\"", "\u201D", "''", "\u2019");

  private static final Set<String> DAYS =
      Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final Sentence s;
  private final Cues cues;

  Sources(SentenceText words) {
    this.s = words.sentence();
    this.cues = words.cues();
  }

  /** The head of the source, or {@link Sentence#NONE}. */
  int of(int v, String lemma) {
    int subject = isParticiple(v) ? ofParticiple(v) : subject(v);
    if (subject == Sentence.NONE && isTrailing(v)) {
      int object = s.child(v, Relation.OBJ);
      boolean named = object != Sentence.NONE && !isDay(object) && s.upos(v - 1) == Upos.PUNCT;
      subject = named ? object : Sentence.NONE;
    }
    return subject == Sentence.NONE && cues.is(Cues.Frame.CLAUSE, lemma) ? inverted(v) : subject;
  }

  /**
   * The words between a quotation and the cue that follows it, where the tree gives the cue no
   * subject: a name with its titles and appositions. Null where something else stands there.
   */
  @Nullable Span beside(int v) {
    int last = v - 1;
    while (last > 0 && (s.upos(last) == Upos.AUX || s.upos(last) == Upos.ADV)) {
      last--;
    }
    int first = last;
    while (first >= 0 && !QUOTES.contains(s.form(first)) && !isOutside(first)) {
      first--;
    }
    boolean quoted = first >= 0 && first < last && QUOTES.contains(s.form(first));
    return quoted && v - first < LONGEST && isNominal(first + 1) ? s.span(first + 1, last) : null;
  }

  /** The word of a source that names it: the last before its first comma. */
  int headOf(Span source) {
    int head = s.tokenAt(source.start());
    while (head + 1 < s.size() && s.end(head + 1) <= source.end() && isNominal(head + 1)) {
      head++;
    }
    return head;
  }

  /** A verb of its own, outside what a relative pronoun begins. */
  private boolean isOutside(int token) {
    boolean finite = s.upos(token) == Upos.VERB && !s.xpos(token).equals("VBG");
    return finite && !s.relation(token).is(Relation.ACL);
  }

  private boolean isNominal(int token) {
    return switch (s.upos(token)) {
      case NOUN, PROPN, PRON, DET, NUM, ADJ -> true;
      default -> false;
    };
  }

  private boolean isDay(int token) {
    return DAYS.contains(s.form(token));
  }

  /** ", saying that …": a participle after a comma. */
  private boolean isParticiple(int v) {
    int before = v - 1;
    while (before > 0 && s.upos(before) == Upos.ADV) {
      before--;
    }
    return before > 0
        && s.xpos(v).equals("VBG")
        && s.form(before).equals(",")
        && s.child(v, Relation.NSUBJ) == Sentence.NONE
        && s.child(v, Relation.AUX) == Sentence.NONE;
  }

  /** Not the noun before the comma, but the subject of the verb that it belongs to. */
  private int ofParticiple(int v) {
    if (!s.relation(v).is(Relation.ACL)) {
      return subject(v);
    }
    for (int up = s.head(v); up != Sentence.NONE; up = s.head(up)) {
      int own = own(up, v);
      if (own != Sentence.NONE && own < v) {
        return own;
      }
    }
    return subject(v);
  }

  /** The subject: its own, that of the verb it is joined to or depends on. */
  int subject(int v) {
    int up = v;
    for (int steps = 0; steps < MOST_STEPS && up != Sentence.NONE; steps++) {
      int own = own(up, v);
      if (own != Sentence.NONE) {
        return own;
      }
      Relation r = s.relation(up);
      if (r == Relation.ACL && s.xpos(up).equals("VBG")) {
        return s.head(up);
      }
      int controlled = r == Relation.XCOMP ? s.child(s.head(up), Relation.OBJ) : Sentence.NONE;
      if (controlled != Sentence.NONE && controlled < up && controlled > s.head(up)) {
        return controlled;
      }
      boolean dependent = r == Relation.ADVCL && (s.xpos(v).equals("VBG") || isInfinitive(up));
      up = r == Relation.CONJ || r == Relation.XCOMP || dependent ? s.head(up) : Sentence.NONE;
    }
    return Sentence.NONE;
  }

  private boolean isInfinitive(int verb) {
    int marker = s.child(verb, Relation.MARK);
    return marker != Sentence.NONE && s.lemma(marker).equals("to");
  }

  private int own(int up, int v) {
    for (int c = s.firstChild(up); c != Sentence.NONE; c = s.nextChild(c)) {
      Relation r = s.relation(c);
      boolean passive = r == Relation.NSUBJ_PASS && up != v;
      if (r == Relation.NSUBJ || r == Relation.NSUBJ_OUTER || passive) {
        return c;
      }
    }
    return Sentence.NONE;
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

  /** What stands before the noun that it belongs to. */
  private static boolean isBefore(Relation r) {
    return switch (r) {
      case DET, AMOD, COMPOUND, NMOD_POSS, NMOD_DESC, NUMMOD, FLAT -> true;
      default -> false;
    };
  }

  /** ", officials said": the cue's clause stands beside what it reports. */
  boolean isTrailing(int v) {
    int first = s.leftEdge(v);
    return s.relation(v) == Relation.PARATAXIS
        && first > 0
        && s.head(v) < first
        && !isRelative(first)
        && !isRelative(first + 1);
  }

  private boolean isRelative(int token) {
    return s.xpos(token).equals("WDT") || s.xpos(token).equals("WP");
  }
}
