package org.entente.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.codebook.DataFile;

/**
 * The words that attribute, by what they take as content. Immutable and thread-safe once loaded.
 */
final class Cues {
  /** What a cue takes as its content. */
  enum Frame {
    CLAUSE,
    INFINITIVE,
    OBJECT,
    PREPOSITION,
    NOUN,
    ADJECTIVE,
    /**
     * No frame of its own: verbs that take a clause even without "that", and hardly ever an object.
     */
    SAYING,
    /** Verbs that put the noun that is their object into words, whatever it is. */
    VOICE,
    /** Verbs that mean nothing without their noun. */
    LIGHT,
    /** Nouns of stance and speech that a light verb takes. */
    STANCE,
    /** Nouns for who takes a stance. */
    AGENT,
    /** Verbs whose passive reports what nobody in particular says. */
    UNNAMED,
    /** No frame of its own: words that report speech, also inside what another says. */
    SPEECH
  }

  private final Map<Frame, Set<String>> words = new HashMap<>();

  private Cues() {}

  /** The cues that the project ships. */
  static Cues load() {
    Cues cues = new Cues();
    for (DataFile.Row row : DataFile.resource(Cues.class, "cues.tsv", 3).rows()) {
      Frame frame = Frame.valueOf(row.column(0).toUpperCase(java.util.Locale.ROOT));
      cues.words.computeIfAbsent(frame, f -> new HashSet<>()).addAll(row.list(2));
    }
    return cues;
  }

  boolean is(Frame frame, String word) {
    Set<String> set = words.get(frame);
    return set != null && set.contains(word);
  }
}
