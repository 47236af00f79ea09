package org.entente.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.codebook.Codebook;
import org.entente.codebook.Sense;
import org.entente.codebook.VerbPattern;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;

/**
 * Which rules of the codebook looked at a sentence and what became of each: it fired, it fitted but
 * gave way, or something that it asks for is not there. For people; coding does not use it.
 */
public final class RuleTrace {
  private RuleTrace() {}

  /**
   * One line for each pattern of each verb, and each act noun, in the order in which they are
   * tried.
   *
   * @param fired ids of the rules behind the events of the sentence
   */
  public static List<String> of(Codebook book, Sentence s, Set<String> fired) {
    List<String> lines = new ArrayList<>();
    Senses senses = new Senses(book, s);
    for (int i = 0; i < s.size(); i++) {
      if (s.upos(i) == Upos.VERB) {
        verb(book, s, senses, i, fired, lines);
      } else {
        Sense noun = senses.noun(i);
        if (noun != null) {
          lines.add("noun \"" + s.form(i) + "\": " + noun.rule() + ", " + became(noun, fired));
        }
      }
    }
    return lines;
  }

  private static void verb(
      Codebook book, Sentence s, Senses senses, int p, Set<String> fired, List<String> lines) {
    String winner = "";
    for (VerbPattern pattern : book.verb(s.lemma(p).toLowerCase(Locale.ROOT))) {
      String rule = pattern.sense().rule();
      String lacks = senses.lacks(p, pattern);
      String verdict;
      if (!lacks.isEmpty()) {
        verdict = "not here: " + lacks;
      } else if (winner.isEmpty()) {
        winner = rule;
        verdict = became(pattern.sense(), fired);
      } else {
        verdict = "fits, but gives way to " + winner + ", which asks for more or stands first";
      }
      lines.add(
          "verb \""
              + s.form(p)
              + "\" as "
              + shown(s.lemma(p), pattern)
              + ": "
              + rule
              + ", "
              + verdict);
    }
  }

  private static String became(Sense sense, Set<String> fired) {
    return fired.contains(sense.rule())
        ? "fired"
        : "fits, but no event: nobody acts, or a rule above it spoke for the clause";
  }

  private static String shown(String lemma, VerbPattern pattern) {
    String particle = pattern.particle().isEmpty() ? "" : " " + pattern.particle();
    String preposition = pattern.preposition().isEmpty() ? "" : " " + pattern.preposition() + " …";
    String objects =
        pattern.objects().isEmpty()
            ? ""
            : pattern.objects().stream().sorted().collect(Collectors.joining("/", " ", ""));
    return lemma + particle + preposition + objects;
  }
}
