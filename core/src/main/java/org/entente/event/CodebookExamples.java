package org.entente.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.entente.codebook.Codebook;
import org.entente.codebook.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The example sentences of the codebook, and the check that each is coded as it says. Immutable.
 */
public final class CodebookExamples {
  /**
   * One example.
   *
   * @param code the CAMEO code wanted
   * @param source country of the source wanted, or empty
   * @param target country of the target wanted, or empty for none
   * @param sentence our own
   */
  public record Example(String code, String source, String target, String sentence) {}

  private final Codebook book;
  private final List<Example> examples = new ArrayList<>();

  private CodebookExamples(Codebook book) {
    this.book = book;
  }

  /** The examples that the project ships. */
  public static CodebookExamples load() {
    return load(null);
  }

  /**
   * The same, after those of a user's own {@code examples.tsv}.
   *
   * @param own folder of the user's files, or null
   */
  public static CodebookExamples load(@Nullable Path own) {
    CodebookExamples loaded = new CodebookExamples(Codebook.load(own));
    DataFile users = DataFile.own(own, "examples.tsv", 4);
    if (users != null) {
      loaded.add(users);
    }
    loaded.add(DataFile.resource(Codebook.class, "examples.tsv", 4));
    return loaded;
  }

  private void add(DataFile file) {
    for (DataFile.Row row : file.rows()) {
      examples.add(new Example(row.column(0), row.column(1), row.column(2), row.column(3)));
    }
  }

  public List<Example> examples() {
    return List.copyOf(examples);
  }

  /**
   * What is wrong, one sentence each; empty when nothing is.
   *
   * @param coder gives the events of a sentence
   */
  public List<String> check(Function<String, List<Event>> coder) {
    List<String> errors = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (Example example : examples) {
      List<Event> events = coder.apply(example.sentence());
      for (Event event : events) {
        shown.addAll(List.of(event.rule().split("\\+")));
      }
      if (events.stream().noneMatch(e -> matches(example, e))) {
        errors.add(
            "example coded otherwise: wanted "
                + example.code()
                + " "
                + example.source()
                + " → "
                + example.target()
                + ", got "
                + events.stream().map(CodebookExamples::brief).toList()
                + ": "
                + example.sentence());
      }
    }
    errors.addAll(book.duplicates());
    for (String rule : book.rules()) {
      if (!shown.contains(rule)) {
        errors.add("rule without example: " + rule);
      }
    }
    return errors;
  }

  private static boolean matches(Example example, Event e) {
    return e.type().code().equals(example.code())
        && country(e.source()).equals(example.source())
        && country(e.target()).equals(example.target());
  }

  private static String country(@Nullable Participant participant) {
    return participant == null ? "" : participant.actor().country();
  }

  private static String brief(Event e) {
    return e.type().code()
        + " "
        + country(e.source())
        + " → "
        + country(e.target())
        + " by "
        + e.rule();
  }
}
