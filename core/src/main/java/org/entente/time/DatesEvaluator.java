package org.entente.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.text.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures time expressions on the English test data of Microsoft's Recognizers-Text: {@code
 * DateParser.json}, {@code DatePeriodParser.json}, {@code MergedParser.json}. Only cases about
 * dates of the calendar are measured, see {@link DateCaseKind}.
 *
 * <p>A case is right when each expected expression is found with the same words, a leading
 * preposition or article aside, and the days of its past or of its future resolution. Stateless and
 * thread-safe.
 */
public final class DatesEvaluator {
  private static final List<String> FILES =
      List.of("DateParser.json", "DatePeriodParser.json", "MergedParser.json");

  /** May stand before an expression or be left out. */
  private static final Set<String> LEADING =
      Set.of("the", "a", "on", "in", "from", "during", "for", "by", "between", "of", "");

  private final TimeExpressions times = new TimeExpressions();

  /**
   * What was measured.
   *
   * @param kinds how many cases there are of each kind, by its name
   * @param measured how many were measured
   * @param right how many of them were right
   * @param errors the others: sentence, what was expected, what was found
   */
  public record Scores(Map<String, Integer> kinds, int measured, int right, List<String> errors) {
    public Scores {
      kinds = Map.copyOf(kinds);
      errors = List.copyOf(errors);
    }

    /** How many cases there are, with those that are not measured. */
    public int cases() {
      return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Right of measured, 0 to 1. */
    public double exact() {
      return measured == 0 ? 0 : (double) right / measured;
    }
  }

  /**
   * Measures the files in {@code folder}.
   *
   * @throws IOException when one is missing
   */
  public Scores evaluate(Path folder) throws IOException {
    Map<DateCaseKind, Integer> kinds = new EnumMap<>(DateCaseKind.class);
    List<String> errors = new ArrayList<>();
    int right = 0;
    for (String file : FILES) {
      for (JsonNode node : read(folder.resolve(file))) {
        DateCase one = DateCase.of(node);
        DateCaseKind kind = DateCaseKind.of(one);
        kinds.merge(kind, 1, Integer::sum);
        LocalDate reference = one.reference();
        if (kind == DateCaseKind.CALENDAR && reference != null) {
          right += check(one, reference, errors) ? 1 : 0;
        }
      }
    }
    Map<String, Integer> named = new TreeMap<>();
    kinds.forEach((kind, count) -> named.put(kind.name().toLowerCase(Locale.ROOT), count));
    return new Scores(named, kinds.getOrDefault(DateCaseKind.CALENDAR, 0), right, errors);
  }

  private static JsonNode read(Path file) throws IOException {
    String json = Files.readString(file);
    return JsonMapper.shared().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
  }

  private boolean check(DateCase one, LocalDate reference, List<String> errors) {
    String input = one.input();
    List<TimeExpression> found = times.find(input, new Span(0, input.length()), reference);
    boolean right =
        one.expected().stream().allMatch(e -> found.stream().anyMatch(f -> same(input, e, f)));
    if (!right) {
      errors.add(input + " | " + reference + " | " + one.expected() + " | " + found);
    }
    return right;
  }

  private static boolean same(String input, DateCase.Expected expected, TimeExpression found) {
    Span one = expected.span();
    Span other = found.span();
    if (one.end() != other.end() || !one.overlaps(other)) {
      return false;
    }
    int from = Math.min(one.start(), other.start());
    String lead = input.substring(from, Math.max(one.start(), other.start()));
    return Stream.of(lead.strip().toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
            .allMatch(LEADING::contains)
        && expected.readings().stream().anyMatch(r -> r.matches(found));
  }
}
