package org.entente.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.codebook.DataFile;
import org.entente.parse.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * All actors that the data files know, found by the words of their names. Immutable and thread-safe
 * once loaded.
 *
 * <p>A name is looked up token by token; hyphens stand apart, as the tokenizer cuts them.
 */
final class ActorBook {
  private final Map<String, Entry> names = new HashMap<>(8192);
  private final Map<String, Integer> longest = new HashMap<>(4096);
  private final Map<String, String> sectors = new HashMap<>(1024);

  /** The files that the project ships. */
  static ActorBook load() {
    ActorBook book = new ActorBook();
    String folder = "/org/entente/actors/";
    book.addPeople(DataFile.resource(ActorBook.class, folder + "people.tsv", 5));
    book.addOrganisations(DataFile.resource(ActorBook.class, folder + "organisations.tsv", 4));
    book.addStates(DataFile.resource(ActorBook.class, folder + "states.tsv", 5));
    book.addAgents(DataFile.resource(ActorBook.class, folder + "agents.tsv", 2));
    return book;
  }

  void addStates(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      String country = row.column(0);
      Entry state = entry(row.column(1), Actor.Kind.STATE, country, "", Entry.Use.NAME);
      add(row.column(1), state);
      row.list(2).forEach(name -> add(name, state));
      Entry demonym = entry(row.column(1), Actor.Kind.STATE, country, "", Entry.Use.DEMONYM);
      row.list(3).forEach(name -> add(name, demonym));
      Entry place = entry(row.column(1), Actor.Kind.STATE, country, "", Entry.Use.PLACE);
      row.list(4).forEach(name -> add(name, place));
    }
  }

  void addOrganisations(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      boolean international =
          row.column(1).isEmpty() || row.column(1).equals("IGO") || row.column(1).equals("NGO");
      Actor.Kind kind = international ? Actor.Kind.ORGANISATION : Actor.Kind.GROUP;
      Entry entry = entry(row.column(0), kind, row.column(1), row.column(2), Entry.Use.NAME);
      add(row.column(0), entry);
      row.list(3).forEach(name -> add(name, entry));
    }
  }

  void addPeople(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      List<Office> offices = new ArrayList<>();
      for (String office : row.list(4)) {
        try {
          offices.add(Office.parse(office));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
          file.error(row.line(), e.getMessage());
        }
      }
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
    }
    file.check();
  }

  void addAgents(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      row.list(1).forEach(noun -> sectors.putIfAbsent(noun, row.column(0)));
    }
  }

  private static Entry entry(
      String name, Actor.Kind kind, String country, String sector, Entry.Use use) {
    return new Entry(name, kind, country, sector, use, List.of());
  }

  private void add(String name, Entry entry) {
    String key = name.replace("-", " - ").replace("  ", " ");
    String first = first(key);
    int words = key.split(" ").length;
    names.putIfAbsent(key, entry);
    longest.merge(first, words, Math::max);
  }

  private static String first(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  /** The PLOVER sector of a generic agent such as "police", or null when the noun names none. */
  @Nullable String sector(String lemma) {
    return sectors.get(lemma);
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
