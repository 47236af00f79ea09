package org.entente.desk.codebook;

import java.util.List;
import org.entente.codebook.EventType;

/**
 * The codebook beside what it made of the store.
 *
 * @param roots event types by their root
 * @param rules the rules that made events
 * @param unused shipped acts that never fired here
 */
public record CodebookView(List<Root> roots, List<Rule> rules, List<String> unused) {
  public CodebookView {
    roots = List.copyOf(roots);
    rules = List.copyOf(rules);
    unused = List.copyOf(unused);
  }

  /** A two-digit root with its types. */
  public record Root(EventType type, int events, List<Type> types) {
    public Root {
      types = List.copyOf(types);
    }
  }

  /** A type with examples of our own and how often it stands. */
  public record Type(EventType type, int events, List<String> examples) {
    public Type {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A rule that fired.
   *
   * @param name as events name it
   * @param verbs patterns of the acts that it is made of
   * @param nouns the same of nouns
   * @param events how often it fired
   */
  public record Rule(String name, String verbs, String nouns, int events) {}
}
