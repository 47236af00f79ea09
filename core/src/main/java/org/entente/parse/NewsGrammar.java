package org.entente.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of foreign news with their trees, made at random from a grammar of our own ({@code
 * news.grammar}) whose rules name heads and relations. They are added to the treebanks in training.
 * The same seed gives the same sentences. Not thread-safe.
 */
final class NewsGrammar {
  private static final int LONGEST = 45;
  private static final int SHORTEST = 5;
  private static final int DEEPEST = 30;
  private static final String[] ONSETS =
      "b d f g k l m n p r s t v z ch sh kh th br tr gr".split(" ");
  private static final String[] VOWELS = "a e i o u ai ei ou".split(" ");
  private static final String[] CODAS = "n r s l m v k d - - -".split(" ");

  /** One part of a rule: the head when {@code relation} is null. */
  private record Part(@Nullable String relation, String symbol, boolean optional) {}

  private record Rule(int weight, List<Part> parts) {}

  private record WordClass(String tag, String[] words) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, WordClass> classes = new HashMap<>();
  private final Map<String, String[]> verbs = new HashMap<>();
  private final Map<String, String[]> forms = new HashMap<>();
  private final Random random;

  private final List<String> words = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  NewsGrammar(long seed) {
    random = new Random(seed);
    for (String line : WordList.lines("news.grammar")) {
      add(line);
    }
  }

  private void add(String line) {
    int colon = line.indexOf(": ");
    if (line.startsWith("forms ")) {
      String[] row = line.split(" ");
      forms.put(row[1], row);
    } else if (line.startsWith("class ")) {
      String[] head = line.substring(0, colon).split(" ");
      classes.put(head[1], new WordClass(head[2], line.substring(colon + 2).split(" ")));
    } else if (line.startsWith("verb ")) {
      verbs.put(line.substring(5, colon), line.substring(colon + 2).split(" "));
    } else {
      String[] head = line.substring(0, colon).split(" ");
      List<Part> parts = new ArrayList<>();
      for (String part : line.substring(colon + 2).split(" ")) {
        parts.add(part(part));
      }
      rules
          .computeIfAbsent(head[0], k -> new ArrayList<>())
          .add(new Rule(Integer.parseInt(head[1]), List.copyOf(parts)));
    }
  }

  private static Part part(String text) {
    boolean optional = text.endsWith("?") && text.length() > 1;
    String plain = optional ? text.substring(0, text.length() - 1) : text;
    if (plain.startsWith("*")) {
      return new Part(null, plain.substring(1), false);
    }
    int equals = plain.indexOf('=');
    return new Part(plain.substring(0, equals), plain.substring(equals + 1), optional);
  }

  /**
   * {@code count} sentences.
   *
   * @throws IllegalStateException naming the symbol that the grammar lacks
   */
  List<Treebank.Tree> sentences(int count) {
    List<Treebank.Tree> trees = new ArrayList<>();
    while (trees.size() < count) {
      words.clear();
      tags.clear();
      heads.clear();
      labels.clear();
      int root = expand("TOP", "", 0);
      if (root >= 0 && words.size() >= SHORTEST && isPunctuatedOnce()) {
        articles();
        trees.add(tree(root));
      }
    }
    return trees;
  }

  private boolean isPunctuatedOnce() {
    for (int i = 1; i < words.size(); i++) {
      if (tags.get(i).equals("PUNCT|.") && words.get(i - 1).equals(",")
          || words.get(i).equals(",") && words.get(i - 1).equals(",")) {
        return false;
      }
    }
    return true;
  }

  private void articles() {
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean vowel = "AEIOUaeiou".indexOf(words.get(i + 1).charAt(0)) >= 0;
      if (words.get(i).equals("a") && vowel) {
        words.set(i, "an");
      }
    }
  }

  private Treebank.Tree tree(int root) {
    int n = words.size();
    heads.set(root, n);
    labels.set(root, "root");
    int begin = tags.getFirst().startsWith("PUNCT") ? 1 : 0;
    String first = words.get(begin);
    words.set(begin, Character.toUpperCase(first.charAt(0)) + first.substring(1));
    boolean[] spaces = new boolean[n];
    java.util.Arrays.fill(spaces, true);
    return new Treebank.Tree(
        words.toArray(String[]::new),
        words.toArray(String[]::new),
        tags.toArray(String[]::new),
        heads.stream().mapToInt(Integer::intValue).toArray(),
        labels.toArray(String[]::new),
        spaces,
        String.join(" ", words));
  }

  /** Appends what {@code symbol} stands for; the index of its head, or −1 when it grew too long. */
  private int expand(String symbol, String form, int depth) {
    if (depth > DEEPEST || words.size() > LONGEST) {
      return -1;
    }
    int dot = symbol.indexOf('.', 1);
    boolean literal = symbol.indexOf('/') > 0;
    String name = dot > 0 && !literal ? symbol.substring(0, dot) : symbol;
    String passed = dot > 0 && !literal ? symbol.substring(dot + 1) : "";
    passed = passed.equals("@") ? form : passed;
    if (literal) {
      String[] word = symbol.split("/", 3);
      return token(word[0], word[1] + "|" + word[2]);
    }
    if (name.equals("NEWNAME")) {
      return token(newName(), "PROPN|NNP");
    }
    WordClass kind = classes.get(name);
    if (kind != null) {
      return token(any(kind.words()), kind.tag());
    }
    String[] bases = verbs.get(name);
    if (bases != null) {
      return token(inflect(any(bases), passed), "VERB|" + passed);
    }
    List<Rule> alternatives = rules.get(name);
    if (alternatives == null) {
      throw new IllegalStateException("news.grammar: nothing says what " + symbol + " is");
    }
    return parts(pick(alternatives), passed, depth);
  }

  private int parts(Rule rule, String form, int depth) {
    int head = -1;
    List<Integer> dependents = new ArrayList<>();
    for (Part part : rule.parts()) {
      if (part.optional() && random.nextBoolean()) {
        continue;
      }
      int index = expand(part.symbol(), form, depth + 1);
      if (index < 0) {
        return -1;
      }
      if (part.relation() == null) {
        head = index;
      } else {
        labels.set(index, part.relation());
        dependents.add(index);
      }
    }
    for (int dependent : dependents) {
      heads.set(dependent, head);
    }
    return head;
  }

  private int token(String word, String tag) {
    words.add(word);
    tags.add(tag);
    heads.add(0);
    labels.add("");
    return words.size() - 1;
  }

  private Rule pick(List<Rule> alternatives) {
    int dice = random.nextInt(alternatives.stream().mapToInt(Rule::weight).sum());
    for (Rule rule : alternatives) {
      dice -= rule.weight();
      if (dice < 0) {
        return rule;
      }
    }
    throw new IllegalStateException("a rule of weight 0 in news.grammar");
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private String newName() {
    StringBuilder name = new StringBuilder();
    int syllables = 2 + random.nextInt(2);
    for (int i = 0; i < syllables; i++) {
      String coda = any(CODAS);
      name.append(any(ONSETS)).append(any(VOWELS)).append(coda.equals("-") ? "" : coda);
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private String inflect(String base, String form) {
    String[] own = forms.get(base);
    boolean e = base.endsWith("e");
    boolean y = base.endsWith("y") && "aeou".indexOf(base.charAt(base.length() - 2)) < 0;
    String stem = y ? base.substring(0, base.length() - 1) + "i" : base;
    return switch (form) {
      case "VB", "VBP" -> base;
      case "VBD" -> own != null ? own[2] : e ? base + "d" : stem + "ed";
      case "VBN" -> own != null ? own[3] : e ? base + "d" : stem + "ed";
      case "VBG" ->
          own != null
              ? own[4]
              : e && !base.endsWith("ee")
                  ? base.substring(0, base.length() - 1) + "ing"
                  : base + "ing";
      case "VBZ" -> y ? stem + "es" : base.matches(".*(s|sh|ch|x|o)") ? base + "es" : base + "s";
      default -> throw new IllegalStateException("news.grammar: no verb form " + form);
    };
  }
}
