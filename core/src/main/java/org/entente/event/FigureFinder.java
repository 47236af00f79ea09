package org.entente.event;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.actor.Actor;
import org.entente.actor.Mentions;
import org.entente.codebook.DataFile;
import org.entente.event.Figure.Bound;
import org.entente.event.Figure.Measure;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Relation;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.entente.time.TimeExpression;
import org.entente.time.TimeExpressions;
import org.jspecify.annotations.Nullable;

/**
 * Finds how many of what: a number that counts people who are the subject or object of a verb such
 * as "kill", or a noun such as "refugees" itself; and amounts of money. Immutable and thread-safe.
 */
public final class FigureFinder {
  private final Map<Measure, Set<String>> verbs = new EnumMap<>(Measure.class);
  private final Map<Measure, Set<String>> nouns = new EnumMap<>(Measure.class);
  private final TimeExpressions times = new TimeExpressions();

  public FigureFinder() {
    for (DataFile.Row row : DataFile.resource(FigureFinder.class, "figures.tsv", 3).rows()) {
      verbs.put(Measure.valueOf(row.column(0)), new HashSet<>(row.list(1)));
      nouns.put(Measure.valueOf(row.column(0)), new HashSet<>(row.list(2)));
    }
  }

  /** The figures of {@code article}, in reading order. */
  public List<Figure> find(ParsedArticle article, Mentions mentions, List<Statement> statements) {
    List<Figure> found = new ArrayList<>();
    for (Sentence s : article.sentences()) {
      for (int i = 0; i < s.size(); i++) {
        if (s.upos(i) == Upos.NUM
            && Quantity.value(s.form(i)).isPresent()
            && !isPartOfNumber(s, i)) {
          Figure figure = figure(article, s, i, statements);
          if (figure != null) {
            found.add(figure);
          }
        }
      }
    }
    return found;
  }

  private static boolean isPartOfNumber(Sentence s, int i) {
    return i > 0 && s.upos(i - 1) == Upos.NUM && Quantity.scale(s.form(i)) > 1;
  }

  private @Nullable Figure figure(
      ParsedArticle article, Sentence s, int number, List<Statement> statements) {
    boolean money = number > 0 && "$\u20AC\u00A3".contains(s.form(number - 1));
    int noun = s.relation(number) == Relation.NUMMOD ? s.head(number) : number;
    Measure measure = money ? Measure.MONEY : measure(s, noun);
    if (measure == null) {
      return null;
    }
    double value = Quantity.value(s.form(number)).orElseThrow();
    int last = number;
    while (last + 1 < s.size() && Quantity.scale(s.form(last + 1)) > 1) {
      value *= Quantity.scale(s.form(++last));
    }
    int first = money ? number - 1 : number;
    int boundStart = boundStart(s, first);
    Span span = s.span(boundStart, Math.max(last, money ? last : noun));
    String unit =
        money ? currency(s.form(number - 1)) : measure == Measure.TROOPS ? "troops" : "people";
    return new Figure(
        measure,
        value,
        value,
        bound(s, boundStart, first),
        unit,
        period(article, s),
        "",
        according(statements, span),
        span,
        "number");
  }

  private static String currency(String sign) {
    return sign.equals("$") ? "USD" : sign.equals("\u20AC") ? "EUR" : "GBP";
  }

  /** What the verb makes of those counted, else what they are. */
  private @Nullable Measure measure(Sentence s, int noun) {
    int verb = s.head(noun);
    Relation r = s.relation(noun);
    boolean suffers = r == Relation.OBJ || r == Relation.NSUBJ_PASS;
    for (Measure measure : verbs.keySet()) {
      boolean own = verb != Sentence.NONE && verbs.get(measure).contains(s.lemma(verb));
      boolean counted =
          suffers
              || r == Relation.NSUBJ
                  && isDone(measure, s.lemma(verb == Sentence.NONE ? noun : verb));
      if (own && counted && measure != Measure.TROOPS) {
        return measure;
      }
    }
    for (Measure measure : nouns.keySet()) {
      if (nouns.get(measure).contains(s.lemma(noun))) {
        return measure;
      }
    }
    return null;
  }

  /** Verbs whose subject is the one counted. */
  private static boolean isDone(Measure measure, String verb) {
    return measure == Measure.PROTESTING
        || Set.of("die", "perish", "drown", "flee", "disappear", "vanish", "miss").contains(verb);
  }

  private static int boundStart(Sentence s, int first) {
    String two =
        first > 1
            ? (s.form(first - 2) + " " + s.form(first - 1)).toLowerCase(java.util.Locale.ROOT)
            : "";
    if (Set.of("at least", "more than", "up to", "fewer than", "less than", "as many")
        .contains(two)) {
      return first - 2;
    }
    String one = first > 0 ? s.form(first - 1).toLowerCase(java.util.Locale.ROOT) : "";
    return Set.of("about", "some", "around", "nearly", "almost", "over", "approximately", "roughly")
            .contains(one)
        ? first - 1
        : first;
  }

  private static Bound bound(Sentence s, int start, int first) {
    String word = start == first ? "" : s.form(start).toLowerCase(java.util.Locale.ROOT);
    return switch (word) {
      case "" -> Bound.EXACTLY;
      case "at", "more", "over" -> Bound.AT_LEAST;
      case "up" -> Bound.UP_TO;
      case "fewer", "less" -> Bound.FEWER_THAN;
      default -> Bound.ABOUT;
    };
  }

  private @Nullable DateRange period(ParsedArticle article, Sentence s) {
    if (article.day() == null) {
      return null;
    }
    List<TimeExpression> found = times.find(article.content(), s.span(), article.day());
    return found.isEmpty() ? null : found.getFirst().range();
  }

  private static @Nullable Actor according(List<Statement> statements, Span span) {
    for (Statement statement : statements) {
      if (statement.speaker() != null
          && statement.contents().stream().anyMatch(c -> c.contains(span))) {
        return statement.speaker();
      }
    }
    return null;
  }
}
