package org.entente.codebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Event types, and the words by which they are told: acts, operators, and what an operator makes of
 * an act.
 *
 * <p>Rules are indexed by lemma. Immutable and thread-safe once loaded.
 */
public final class Codebook {
  private final Map<String, EventType> types = new HashMap<>();
  private final Map<String, Act> acts = new HashMap<>();
  private final Map<String, String> patterns = new HashMap<>();
  private final List<String> duplicates = new ArrayList<>();
  private final Map<String, Act> byCode = new HashMap<>();
  private final Map<String, List<VerbPattern>> verbs = new HashMap<>();
  private final Map<String, Sense> nouns = new HashMap<>();
  private final Map<String, Sense> adjectives = new HashMap<>();
  private final Map<String, Map<Operator, String>> compositions = new HashMap<>();
  private final Map<String, List<Refinement>> refinements = new HashMap<>();
  private final Map<Operator, String> plain = new EnumMap<>(Operator.class);
  private final Map<String, Set<String>> words = new HashMap<>();

  /** A code that becomes another when one of the words stands in its clause. */
  private record Refinement(String code, Set<String> words) {}

  private Codebook() {}

  /**
   * The codebook that the project ships.
   *
   * @throws IllegalStateException when a file is missing
   * @throws IllegalArgumentException naming every error when a file is broken
   */
  public static Codebook load() {
    return load(null);
  }

  /**
   * The codebook that the project ships, with the acts of a user's own {@code acts.tsv} before it.
   *
   * @param own folder of the user's files, or null
   * @throws IllegalArgumentException naming every error when a file is broken
   */
  public static Codebook load(@Nullable Path own) {
    Codebook book = new Codebook();
    book.readTypes(DataFile.resource(Codebook.class, "types.tsv", 7));
    DataFile acts = DataFile.own(own, "acts.tsv", 6);
    if (acts != null) {
      book.readActs(acts);
    }
    book.readActs(DataFile.resource(Codebook.class, "acts.tsv", 6));
    book.readOperators(DataFile.resource(Codebook.class, "operators.tsv", 5));
    book.readCompositions(DataFile.resource(Codebook.class, "compositions.tsv", 7));
    for (DataFile.Row row : DataFile.resource(Codebook.class, "refinements.tsv", 3).rows()) {
      book.type(row.column(1));
      book.refinements
          .computeIfAbsent(row.column(0), k -> new ArrayList<>(4))
          .add(new Refinement(row.column(1), new HashSet<>(row.list(2))));
    }
    for (DataFile.Row row : DataFile.resource(Codebook.class, "transparent.tsv", 2).rows()) {
      book.words.put(row.column(0), new HashSet<>(row.list(1)));
    }
    book.verbs
        .values()
        .forEach(p -> p.sort(Comparator.comparingInt(VerbPattern::specificity).reversed()));
    return book;
  }

  private void readTypes(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      EventType type =
          new EventType(
              row.column(0),
              row.column(1),
              row.column(4),
              row.column(5),
              row.list(6),
              Integer.parseInt(row.column(3)),
              Double.parseDouble(row.column(2)));
      if (types.put(type.code(), type) != null) {
        file.error(row.line(), "code " + type.code() + " stands twice");
      }
    }
    file.check();
  }

  private void readActs(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      Act act = new Act(row.column(0), row.column(1), row.column(2), row.column(3));
      if (!types.containsKey(act.code())) {
        file.error(row.line(), "code '" + act.code() + "' is not in types.tsv");
      }
      if (acts.put(act.id(), act) != null) {
        file.error(row.line(), "act '" + act.id() + "' stands twice");
      }
      byCode.putIfAbsent(act.code(), act);
      Sense sense = new Sense(act, null, act.id());
      row.list(4).forEach(pattern -> addVerb(pattern, sense));
      row.list(5).forEach(noun -> addNoun(noun, sense));
    }
    file.check();
  }

  private void addNoun(String noun, Sense sense) {
    note("noun " + noun, sense);
    nouns.putIfAbsent(noun, sense);
  }

  /** Remembers who said a pattern first, and what stands twice. */
  private void note(String pattern, Sense sense) {
    String first = patterns.putIfAbsent(pattern, sense.rule());
    if (first != null) {
      duplicates.add("pattern stands twice: " + pattern + " in " + first + " and " + sense.rule());
    }
  }

  private void readOperators(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      Operator operator = Operator.valueOf(row.column(0).toUpperCase(Locale.ROOT));
      plain.put(operator, row.column(1));
      Sense sense = new Sense(null, operator, row.column(0));
      row.list(2).forEach(pattern -> addVerb(pattern, sense));
      row.list(3).forEach(noun -> addNoun(noun, sense));
      row.list(4).forEach(adjective -> adjectives.put(adjective, sense));
    }
  }

  private void readCompositions(DataFile file) {
    List<Operator> columns =
        List.of(
            Operator.AGREE,
            Operator.APPEAL,
            Operator.DEMAND,
            Operator.REJECT,
            Operator.THREATEN,
            Operator.STOP);
    for (DataFile.Row row : file.rows()) {
      Map<Operator, String> codes = new EnumMap<>(Operator.class);
      for (int i = 0; i < columns.size(); i++) {
        String code = row.column(i + 1);
        if (!code.isEmpty()) {
          codes.put(columns.get(i), code);
          if (!types.containsKey(code)) {
            file.error(row.line(), "code '" + code + "' is not in types.tsv");
          }
        }
      }
      compositions.put(row.column(0), codes);
    }
    file.check();
  }

  private void addVerb(String pattern, Sense sense) {
    int colon = pattern.indexOf(':');
    Set<String> objects = colon < 0 ? Set.of() : Set.of(distinct(pattern.substring(colon + 1)));
    (objects.isEmpty() ? Set.of("") : objects)
        .forEach(object -> note("verb " + pattern.split(":")[0] + ":" + object, sense));
    String head = colon < 0 ? pattern : pattern.substring(0, colon);
    int at = head.indexOf('@');
    String preposition = at < 0 ? "" : head.substring(at + 1);
    String verb = at < 0 ? head : head.substring(0, at);
    int bar = verb.indexOf('_');
    String particle = bar < 0 ? "" : verb.substring(bar + 1);
    String lemma = bar < 0 ? verb : verb.substring(0, bar);
    verbs
        .computeIfAbsent(lemma, k -> new ArrayList<>(2))
        .add(new VerbPattern(particle, preposition, objects, sense));
  }

  private static String[] distinct(String list) {
    return new HashSet<>(List.of(list.split(","))).toArray(String[]::new);
  }

  /** The ids of all acts that make an event; statements are told elsewhere. */
  public List<String> rules() {
    return acts.values().stream()
        .filter(a -> !a.family().equals("statement"))
        .map(Act::id)
        .sorted()
        .toList();
  }

  /** Patterns that two rules claim, of which only the first can fire; one sentence each. */
  public List<String> duplicates() {
    return duplicates.stream().sorted().toList();
  }

  /** The patterns of a verb, those that require most first; empty when it has none. */
  public List<VerbPattern> verb(String lemma) {
    return verbs.getOrDefault(lemma, List.of());
  }

  /** What a noun, or a modifier and noun joined by an underscore, means; null for any other. */
  public @Nullable Sense noun(String lemma) {
    return nouns.get(lemma);
  }

  /** What a predicative adjective means, as in "ready to"; null for any other. */
  public @Nullable Sense adjective(String lemma) {
    return adjectives.get(lemma);
  }

  /** Whether a word is of a kind that coding passes through: aspect, light or reporting. */
  public boolean isWord(String kind, String lemma) {
    Set<String> set = words.get(kind);
    return set != null && set.contains(lemma);
  }

  /** The code of an act under an operator; null when the two make no event. */
  public @Nullable String compose(Operator operator, Act act) {
    Map<Operator, String> codes = compositions.get(act.family());
    return codes == null
        ? null
        : codes.get(operator == Operator.ULTIMATUM ? Operator.THREATEN : operator);
  }

  /** The first act of this code, or of the code it refines; null when none has it. */
  public @Nullable Act act(String code) {
    return byCode.getOrDefault(code, byCode.get(code.substring(0, Math.min(3, code.length()))));
  }

  /**
   * The code that the words of the clause refine {@code code} to; itself where none does.
   *
   * @param lemmas lemmas of the clause, and neighbours joined by an underscore
   */
  public String refine(String code, Set<String> lemmas) {
    for (Refinement refinement : refinements.getOrDefault(code, List.of())) {
      if (refinement.words().stream().anyMatch(lemmas::contains)) {
        return refinement.code();
      }
    }
    return code;
  }

  /** Whether the words of the clause can refine {@code code}. */
  public boolean isRefined(String code) {
    return refinements.containsKey(code);
  }

  /** The code of an operator whose act is not known. */
  public String plain(Operator operator) {
    return java.util.Objects.requireNonNull(plain.get(operator));
  }

  /** All types that an event can have, by code. */
  public List<EventType> types() {
    return types.values().stream().sorted(java.util.Comparator.comparing(EventType::code)).toList();
  }

  /**
   * @throws IllegalArgumentException when no type has this code
   */
  public EventType type(String code) {
    EventType type = types.get(code);
    if (type == null) {
      throw new IllegalArgumentException("no event type has the code '" + code + "'");
    }
    return type;
  }
}
