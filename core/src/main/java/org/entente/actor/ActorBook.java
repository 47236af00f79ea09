package org.entente.actor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.codebook.DataFile;
import org.entente.parse.Sentence;
import org.entente.text.Edits;
import org.jspecify.annotations.Nullable;

/**
 * All actors that the data files know, found by the words of their names. Immutable and thread-safe
 * once loaded.
 *
 * <p>A name is looked up token by token; hyphens stand apart, as the tokenizer cuts them.
 */
final class ActorBook {
  /** Letters of a state's code. */
  private static final int CODE = 3;

  private final Map<String, Entry> names = new HashMap<>(8192);
  private final Map<String, Integer> longest = new HashMap<>(4096);
  private final Map<String, String> sectors = new HashMap<>(1024);
  private final Map<String, List<Entry>> holders = new HashMap<>();
  private final Map<String, String> stateNames = new HashMap<>(512);

  /** The files that the project ships. */
  static ActorBook load() {
    return load(null);
  }

  /**
   * The files that the project ships, and before each the one of the same name in a user's folder.
   *
   * @param own the user's folder, or null
   * @throws IllegalArgumentException naming every error when a file is broken
   */
  static ActorBook load(@Nullable Path own) {
    ActorBook book = new ActorBook();
    each(own, "people.tsv", 5, book::addPeople);
    each(own, "organisations.tsv", 5, book::addOrganisations);
    each(own, "peoples.tsv", 3, book::addPeoples);
    each(own, "states.tsv", 5, book::addStates);
    each(own, "places.tsv", 3, book::addPlaces);
    each(own, "agents.tsv", 2, book::addAgents);
    return book;
  }

  private static void each(
      @Nullable Path own, String name, int columns, Consumer<DataFile> reader) {
    DataFile users = DataFile.own(own, name, columns);
    if (users != null) {
      reader.accept(users);
    }
    reader.accept(DataFile.resource(ActorBook.class, "/org/entente/actors/" + name, columns));
  }

  void addStates(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      String country = row.column(0);
      String name = row.column(1);
      List<Office> existed =
          terms(file, row, row.column(4).isEmpty() ? "" : "state " + row.column(4));
      Entry state = new Entry(name, Actor.Kind.STATE, country, "", Entry.Use.NAME, existed);
      add(name, state);
      row.list(2).forEach(other -> add(other, state));
      Entry people = new Entry(name, Actor.Kind.STATE, country, "", Entry.Use.DEMONYM, existed);
      row.list(3).forEach(other -> add(other, people));
      stateNames.put(country, name);
    }
    file.check();
  }

  void addPlaces(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      List<String> countries = row.list(0);
      String state = countries.isEmpty() ? null : stateNames.get(countries.getFirst());
      if (state == null || !stateNames.keySet().containsAll(countries)) {
        file.error(row.line(), "country '" + row.column(0) + "' is not in states.tsv");
        continue;
      }
      String sector = row.column(1).equals("seat") ? "GOV" : "";
      Entry place =
          new Entry(
              state,
              Actor.Kind.STATE,
              countries.getFirst(),
              sector,
              Entry.Use.PLACE,
              List.of(),
              countries.subList(1, countries.size()));
      row.list(2).forEach(name -> add(name, place));
    }
    file.check();
  }

  /** Peoples: "Chechens" are a group of Russia. */
  void addPeoples(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      List<String> countries = row.list(0);
      for (String name : row.list(2)) {
        add(
            name,
            new Entry(
                name,
                Actor.Kind.GROUP,
                countries.getFirst(),
                row.column(1),
                Entry.Use.DEMONYM,
                List.of(),
                countries.subList(1, countries.size())));
      }
    }
  }

  void addOrganisations(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      String country = row.column(1);
      boolean international = country.isEmpty() || country.equals("IGO") || country.equals("NGO");
      Actor.Kind kind = international ? Actor.Kind.ORGANISATION : Actor.Kind.GROUP;
      List<Office> existed =
          terms(file, row, row.column(4).isEmpty() ? "" : "organisation " + row.column(4));
      Entry entry = new Entry(row.column(0), kind, country, row.column(2), Entry.Use.NAME, existed);
      add(row.column(0), entry);
      row.list(3).forEach(name -> add(name, entry));
    }
    file.check();
  }

  private static List<Office> terms(DataFile file, DataFile.Row row, String text) {
    List<Office> terms = new ArrayList<>();
    for (String term : text.isEmpty() ? new String[0] : text.split(";")) {
      try {
        terms.add(Office.parse(term));
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        file.error(row.line(), String.valueOf(e.getMessage()));
      }
    }
    return terms;
  }

  void addPeople(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      List<Office> offices = terms(file, row, row.column(4));
      Entry entry =
          new Entry(
              row.column(0),
              Actor.Kind.PERSON,
              row.column(1),
              row.column(2),
              Entry.Use.NAME,
              offices);
      add(row.column(0), entry);
      row.list(3).forEach(name -> add(name, entry));
      holders.computeIfAbsent(row.column(1), k -> new ArrayList<>()).add(entry);
    }
    file.check();
  }

  /**
   * Who held an office on a day, as "foreign minister" of a country; null when nobody or more than
   * one is known.
   */
  @Nullable Entry holder(String country, String title, LocalDate day) {
    Entry found = null;
    for (Entry person : holders.getOrDefault(country, List.of())) {
      boolean holds =
          person.offices().stream().anyMatch(o -> o.title().equals(title) && o.holds(day));
      if (holds && found != null && !found.equals(person)) {
        return null;
      }
      found = holds ? person : found;
    }
    return found;
  }

  void addAgents(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      row.list(1).forEach(noun -> sectors.putIfAbsent(noun, row.column(0)));
    }
  }

  private void add(String name, Entry entry) {
    String key = key(name);
    String first = first(key);
    int words = key.split(" ").length;
    names.putIfAbsent(key, entry);
    longest.merge(first, words, Math::max);
  }

  /** The name as the tokenizer cuts it: hyphens and possessive marks stand apart. */
  private static String key(String name) {
    return name.replace("-", " - ")
        .replace("'s ", " 's ")
        .replace("s' ", "s ' ")
        .replace("  ", " ");
  }

  private static String first(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  /** The PLOVER sector of a generic agent such as "police", or null when the noun names none. */
  @Nullable String sector(String lemma) {
    return sectors.get(lemma);
  }

  /** The entry of a name written in any case, or null. */
  @Nullable Entry named(String name) {
    Entry exact = names.get(key(name));
    if (exact != null) {
      return exact;
    }
    String wanted = key(name);
    return names.keySet().stream()
        .filter(wanted::equalsIgnoreCase)
        .sorted()
        .findFirst()
        .map(names::get)
        .orElse(null);
  }

  /** The name of a state, or its code where there is none. */
  String state(String code) {
    return stateNames.getOrDefault(code, code);
  }

  /** Names, and codes of states for what is as long, within a third of their length in edits. */
  List<String> namesLike(String name, int most) {
    Set<String> all = new HashSet<>(names.keySet());
    if (name.length() == CODE) {
      all.addAll(stateNames.keySet());
    }
    return Edits.near(name, all, most);
  }

  /**
   * The longest name that begins at {@code token}.
   *
   * @param ends receives in its first place the index after the last token
   */
  @Nullable Entry match(Sentence s, int token, int[] ends) {
    Integer most = longest.get(s.form(token));
    if (most == null) {
      return null;
    }
    Entry best = null;
    StringBuilder key = new StringBuilder();
    for (int i = token; i < s.size() && i - token < most; i++) {
      key.append(i == token ? "" : " ").append(s.form(i));
      Entry found = names.get(key.toString());
      if (found != null) {
        best = found;
        ends[0] = i + 1;
      }
    }
    return best;
  }
}
