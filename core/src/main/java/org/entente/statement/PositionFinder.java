package org.entente.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.codebook.DataFile;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.statement.Position.Side;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads positions from statements: the cue itself takes a side ("opposes intervention"), a verb in
 * what is said does ("said it supports a transition"), something must or must not be ("departure
 * must not be a precondition"), or is judged ("the raid is unacceptable"). Immutable and
 * thread-safe.
 */
public final class PositionFinder {
  private final Map<String, Side> verbs = new HashMap<>();
  private final Map<String, Side> adjectives = new HashMap<>();
  private final Set<String> conditions = new HashSet<>();

  public PositionFinder() {
    for (DataFile.Row row : DataFile.resource(PositionFinder.class, "positions.tsv", 3).rows()) {
      Side side = Side.valueOf(row.column(0).toUpperCase(java.util.Locale.ROOT));
      switch (row.column(1)) {
        case "verb" -> row.list(2).forEach(w -> verbs.put(w, side));
        case "adjective" -> row.list(2).forEach(w -> adjectives.put(w, side));
        default -> conditions.addAll(row.list(2));
      }
    }
  }

  /** The positions of {@code statements}, in their order. */
  public List<Position> find(ParsedArticle article, List<Statement> statements) {
    List<Position> found = new ArrayList<>();
    for (Statement statement : statements) {
      for (Sentence s : article.sentences()) {
        if (s.span().overlaps(statement.span())) {
          read(s, statement, found);
        }
      }
    }
    return found;
  }

  private void read(Sentence s, Statement statement, List<Position> found) {
    int before = found.size();
    for (int v = 0; v < s.size() && found.size() == before; v++) {
      Span token = s.span(v);
      boolean cue = statement.cue() != null && statement.cue().contains(token);
      boolean said = statement.contents().stream().anyMatch(c -> c.contains(token));
      if (!cue && !said) {
        continue;
      }
      Position position = cue ? ofVerb(s, v, statement, "cue") : inside(s, v, statement);
      if (position != null) {
        found.add(position);
      }
    }
  }

  private @Nullable Position inside(Sentence s, int v, Statement statement) {
    int subject = subject(s, v);
    if (subject == Sentence.NONE) {
      return null;
    }
    boolean speakers = s.upos(subject) == Upos.PRON;
    if (s.upos(v) == Upos.VERB && speakers) {
      Position own = ofVerb(s, v, statement, "verb");
      if (own != null) {
        return own;
      }
    }
    Side view = s.child(v, Relation.COP) == Sentence.NONE ? null : adjectives.get(s.lemma(v));
    boolean duty = hasAuxiliary(s, v, "must") || hasAuxiliary(s, v, "should");
    Side side = duty ? Side.FOR : view;
    if (side == null || speakers) {
      return null;
    }
    side = isNegated(s, v) ? side.opposite() : side;
    boolean tied = duty && conditions.contains(s.lemma(v)) && side == Side.FOR;
    return position(s, subject, statement, tied ? Side.CONDITIONAL : side, duty ? "duty" : "view");
  }

  private @Nullable Position ofVerb(Sentence s, int v, Statement statement, String rule) {
    int topic = Sentence.NONE;
    Side side = null;
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      int marker = s.child(c, Relation.CASE);
      if (s.relation(c).is(Relation.OBL) && marker != Sentence.NONE) {
        Side tied = verbs.get(s.lemma(v) + "@" + s.lemma(marker));
        topic = tied == null ? topic : c;
        side = tied == null ? side : tied;
      }
    }
    int object = s.child(v, Relation.OBJ);
    if (side == null && object != Sentence.NONE && s.upos(object) != Upos.PRON) {
      int particle = s.child(v, Relation.COMPOUND_PRT);
      String lemma = particle == Sentence.NONE ? s.lemma(v) : s.lemma(v) + "_" + s.lemma(particle);
      side = verbs.get(lemma);
      topic = object;
    }
    if (side == null || s.child(v, Relation.XCOMP) != Sentence.NONE) {
      return null;
    }
    side = isNegated(s, v) ? side.opposite() : side;
    return position(s, topic, statement, hasCondition(s, v) ? Side.CONDITIONAL : side, rule);
  }

  private Position position(Sentence s, int topic, Statement statement, Side side, String rule) {
    int first = s.leftEdge(topic);
    int last = s.rightEdge(topic);
    int marker = s.child(topic, Relation.CASE);
    first = marker == first ? first + 1 : first;
    while (last > topic && s.upos(last) == Upos.PUNCT) {
      last--;
    }
    return new Position(
        statement.speaker(), s.span(Math.min(first, topic), last), side, statement.span(), rule);
  }

  private boolean hasCondition(Sentence s, int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      int mark = s.relation(c) == Relation.ADVCL ? s.child(c, Relation.MARK) : Sentence.NONE;
      if (mark != Sentence.NONE && conditions.contains(s.lemma(mark))) {
        return true;
      }
    }
    return false;
  }

  private static int subject(Sentence s, int v) {
    int subject = s.child(v, Relation.NSUBJ);
    return subject == Sentence.NONE ? s.child(v, Relation.NSUBJ_PASS) : subject;
  }

  private static boolean hasAuxiliary(Sentence s, int v, String lemma) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      if (s.relation(c) == Relation.AUX && s.lemma(c).equals(lemma)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNegated(Sentence s, int v) {
    for (int c = s.firstChild(v); c != Sentence.NONE; c = s.nextChild(c)) {
      boolean not = s.lemma(c).equals("not") || s.lemma(c).equals("n't");
      if (s.relation(c) == Relation.ADVMOD && (not || s.lemma(c).equals("never"))) {
        return true;
      }
    }
    return false;
  }
}
