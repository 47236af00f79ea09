package org.entente.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mentions of one article, found by sentence and token. Immutable and thread-safe. */
public final class Mentions {
  private final List<Mention> all;
  private final Map<Long, List<Mention>> byToken = new HashMap<>();

  public Mentions(List<Mention> all) {
    this.all = List.copyOf(all);
    for (Mention mention : this.all) {
      for (int token = mention.first(); token <= mention.last(); token++) {
        byToken
            .computeIfAbsent(key(mention.sentence(), token), k -> new ArrayList<>(1))
            .add(mention);
      }
    }
  }

  /** All mentions in reading order. */
  public List<Mention> all() {
    return all;
  }

  /** The mentions whose head is this token; empty where none is. */
  public List<Mention> headedBy(int sentence, int token) {
    return at(sentence, token).stream().filter(m -> m.head() == token).toList();
  }

  /** The mentions that cover this token; empty where none does. */
  public List<Mention> at(int sentence, int token) {
    return byToken.getOrDefault(key(sentence, token), List.of());
  }

  private static long key(int sentence, int token) {
    return (long) sentence << 32 | token;
  }
}
