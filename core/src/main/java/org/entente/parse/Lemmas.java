package org.entente.parse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Base forms: a table of what was seen (lower-case form and part of speech), and for the rest the
 * change of ending that the longest known suffix takes. Lemmas are lower case but for proper nouns.
 * Immutable and thread-safe.
 */
final class Lemmas {
  private static final int LONGEST_SUFFIX = 5;
  private static final IrregularVerbs IRREGULAR = IrregularVerbs.load();

  private final Map<String, String> known;
  private final Map<String, String> endings;

  private Lemmas(Map<String, String> known, Map<String, String> endings) {
    this.known = known;
    this.endings = endings;
  }

  /**
   * The base form of an inflected regular word whose base stands in {@code lexicon}, where the
   * endings alone would be a guess: "shelled" is "shell", not "shel". Null when no candidate is
   * known.
   */
  private static @org.jspecify.annotations.Nullable String regular(
      String lower, String xpos, Lexicon lexicon) {
    String ending =
        switch (xpos) {
          case "VBD", "VBN" -> "ed";
          case "VBG" -> "ing";
          default -> "";
        };
    if (ending.isEmpty() || !lower.endsWith(ending) || lower.length() < ending.length() + 3) {
      return null;
    }
    String stem = lower.substring(0, lower.length() - ending.length());
    int n = stem.length();
    if ("wx".indexOf(stem.charAt(n - 1)) >= 0) {
      return stem;
    }
    boolean doubled = stem.charAt(n - 1) == stem.charAt(n - 2);
    String last =
        ending.equals("ed") && stem.endsWith("i") ? stem.substring(0, n - 1) + "y" : stem + "e";
    for (String candidate :
        new String[] {
          doubled ? stem : last, doubled ? stem.substring(0, n - 1) : stem, stem, last
        }) {
      if (lexicon.coarse(Hash.text(candidate)) != 0) {
        return candidate;
      }
    }
    return stem.endsWith("y") ? stem : null;
  }

  /** The base form, with the lexicon's help for regular verbs that were not seen in training. */
  String lemma(String form, Upos upos, String xpos, Lexicon lexicon) {
    if (upos == Upos.VERB) {
      String lower = form.toLowerCase(Locale.ROOT);
      boolean past = xpos.equals("VBD") || xpos.equals("VBN");
      String irregular = past ? IRREGULAR.base(lower) : null;
      if (irregular != null) {
        return irregular;
      }
      String base = known.containsKey(key(lower, xpos)) ? null : regular(lower, xpos, lexicon);
      if (base != null) {
        return base;
      }
    }
    return lemma(form, upos, xpos);
  }

  /** The base form of {@code form} as {@code upos} and Penn tag {@code xpos}. */
  String lemma(String form, Upos upos, String xpos) {
    boolean name = upos == Upos.PROPN;
    String lower = name ? form : form.toLowerCase(Locale.ROOT);
    String seen = known.get(key(lower, xpos));
    if (seen != null) {
      return seen;
    }
    if (name && !xpos.equals("NNPS") || upos == Upos.PUNCT || upos == Upos.NUM) {
      return lower;
    }
    for (int n = Math.min(LONGEST_SUFFIX, lower.length() - 1); n >= 0; n--) {
      String change = endings.get(key(lower.substring(lower.length() - n), xpos));
      if (change != null) {
        int cut = change.charAt(0) - '0';
        return cut < lower.length()
            ? lower.substring(0, lower.length() - cut) + change.substring(1)
            : lower;
      }
    }
    return lower;
  }

  private static String key(String word, String xpos) {
    return word + '|' + xpos;
  }

  void write(DataOutputStream out) throws IOException {
    writeMap(out, known);
    writeMap(out, endings);
  }

  private static void writeMap(DataOutputStream out, Map<String, String> map) throws IOException {
    String[] lines =
        map.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toArray(String[]::new);
    Lexicon.writeNames(out, lines);
  }

  static Lemmas read(DataInputStream in) throws IOException {
    return new Lemmas(readMap(in), readMap(in));
  }

  private static Map<String, String> readMap(DataInputStream in) throws IOException {
    String[] lines = Lexicon.readNames(in);
    Map<String, String> map = HashMap.newHashMap(lines.length);
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab >= 0) {
        map.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return map;
  }

  /** Learns from annotated words. */
  static final class Learner {
    private final Map<String, Map<String, Integer>> seen = new TreeMap<>();
    private final Map<String, Map<String, Integer>> changes = new TreeMap<>();

    void learn(String form, String lemma, String tag) {
      int bar = tag.indexOf('|');
      Upos upos = Upos.valueOf(tag.substring(0, bar));
      String xpos = tag.substring(bar + 1);
      boolean name = upos == Upos.PROPN;
      String lower = name ? form : form.toLowerCase(Locale.ROOT);
      String base = name ? lemma : lemma.toLowerCase(Locale.ROOT);
      if (lower.indexOf('\t') >= 0 || lemma.equals("_")) {
        return;
      }
      count(seen, key(lower, xpos), base);
      if (upos == Upos.PUNCT || upos == Upos.NUM || name && !xpos.equals("NNPS")) {
        return;
      }
      int common = 0;
      while (common < Math.min(lower.length(), base.length())
          && lower.charAt(common) == base.charAt(common)) {
        common++;
      }
      int cut = lower.length() - common;
      if (cut <= 9) {
        for (int n = 0; n <= Math.min(LONGEST_SUFFIX, lower.length() - 1); n++) {
          count(
              changes,
              key(lower.substring(lower.length() - n), xpos),
              cut + base.substring(common));
        }
      }
    }

    private static void count(Map<String, Map<String, Integer>> counts, String key, String value) {
      counts.computeIfAbsent(key, k -> new TreeMap<>()).merge(value, 1, Integer::sum);
    }

    Lemmas build() {
      Map<String, String> endings = new TreeMap<>();
      changes.forEach((key, values) -> endings.put(key, best(values)));
      dropImplied(endings);
      Lemmas rules = new Lemmas(Map.of(), endings);
      Map<String, String> known = new TreeMap<>();
      seen.forEach((key, values) -> {
        int bar = key.lastIndexOf('|');
        String word = key.substring(0, bar);
        String xpos = key.substring(bar + 1);
        Upos upos = xpos.startsWith("NNP") ? Upos.PROPN : Upos.X;
        if (!rules.lemma(word, upos, xpos).equals(best(values))) {
          known.put(key, best(values));
        }
      });
      return new Lemmas(known, endings);
    }

    /** An ending that says what its own shorter ending says already is not needed. */
    private static void dropImplied(Map<String, String> endings) {
      endings
          .entrySet()
          .removeIf(e -> {
            int bar = e.getKey().lastIndexOf('|');
            String suffix = e.getKey().substring(0, bar);
            String xpos = e.getKey().substring(bar + 1);
            return suffix.length() == LONGEST_SUFFIX
                && e.getValue().equals(endings.get(key(suffix.substring(1), xpos)));
          });
    }

    private static String best(Map<String, Integer> values) {
      return values.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
  }
}
