package org.entente.event;

import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    double high = value;
    double second = s.relation(number) == Relation.NUMMOD ? upper(s, last) : 0;
    if (second > value) {
      high = second;
    }
    Span span = s.span(boundStart, Math.max(last, money ? last : noun));
    String unit =
        money ? currency(s.form(number - 1)) : measure == Measure.TROOPS ? "troops" : "people";
    return new Figure(
        measure,
        value,
        high,
        bound(s, boundStart, first),
        unit,
        period(article, s, span),
        place(s, noun),
        according(statements, span),
        span,
        "number");
  }

  /** "20 to 30": the second number; 0 where there is none. */
  private static double upper(Sentence s, int number) {
    boolean range =
        number + 2 < s.size()
            && Set.of("to", "and", "or", "-", "\u2013").contains(s.form(number + 1))
            && s.upos(number + 2) == Upos.NUM;
    return range ? Quantity.value(s.form(number + 2)).orElse(0) : 0;
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

  /** The time expression that stands nearest to the figure. */
  private @Nullable DateRange period(ParsedArticle article, Sentence s, Span figure) {
    if (article.day() == null) {
      return null;
    }
    return times.find(article.content(), s.span(), article.day()).stream()
        .min(Comparator.comparingInt(time -> Math.abs(time.span().start() - figure.end())))
        .map(TimeExpression::range)
        .orElse(null);
  }

  /** "In Homs", beside the verb that tells of those counted; empty where not said. */
  private static String place(Sentence s, int noun) {
    int verb = s.head(noun);
    for (int c = verb == Sentence.NONE ? verb : s.firstChild(verb);
        c != Sentence.NONE;
        c = s.nextChild(c)) {
      int marker = s.relation(c).is(Relation.OBL) ? s.child(c, Relation.CASE) : Sentence.NONE;
      boolean named = s.upos(c) == Upos.PROPN;
      if (marker != Sentence.NONE && Set.of("in", "near").contains(s.lemma(marker)) && named) {
        if (!isMonth(s.form(c))) {
          return s.words(Math.min(marker + 1, c), s.rightEdge(c));
        }
      }
    }
    return "";
  }

  private static boolean isMonth(String form) {
    return Arrays.stream(Month.values()).anyMatch(month -> month.name().equalsIgnoreCase(form));
  }

  /** The named speaker in whose words the figure stands, the innermost last. */
  private static @Nullable Actor according(List<Statement> statements, Span span) {
    Actor said = null;
    for (Statement statement : statements) {
      Actor speaker = statement.speaker();
      boolean holds = statement.contents().stream().anyMatch(c -> c.contains(span));
      said = holds && speaker != null && speaker.kind() != Actor.Kind.UNRESOLVED ? speaker : said;
    }
    return said;
  }
}
