package org.entente.parse;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well a model tags, lemmatizes and parses gold tokens.
 *
 * @param tokens tokens scored
 * @param words tokens that are no punctuation
 * @param tags share of right joint tags
 * @param upos share of right universal tags
 * @param lemmas share of right lemmas, case aside
 * @param uas share of words with the right head
 * @param las share of words with the right head and relation, subtypes included
 * @param subject F1 of verb–subject pairs
 * @param object F1 of verb–object pairs
 */
public record ParserScore(
    int tokens,
    int words,
    double tags,
    double upos,
    double lemmas,
    double uas,
    double las,
    double subject,
    double object) {

  static ParserScore of(Model model, List<Treebank.Tree> trees) {
    Counter counter = new Counter();
    Words words = new Words();
    Tagger tagger = new Tagger(model.tagger());
    TreeBuilder builder = new TreeBuilder(model.parser(), model.actions(), model.tags());
    for (Treebank.Tree tree : trees) {
      words.fill(tree.forms(), tree.size(), model.lexicon());
      tagger.tag(words);
      counter.add(model, tree, words, builder.build(words));
    }
    return counter.score();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "tokens %d, tags %.2f, UPOS %.2f, lemmas %.2f, UAS %.2f, LAS %.2f, verb–subject F1 %.2f, verb–object F1 %.2f",
        tokens,
        100 * tags,
        100 * upos,
        100 * lemmas,
        100 * uas,
        100 * las,
        100 * subject,
        100 * object);
  }

  private static final class Counter {
    private static final Set<String> SUBJECTS = Set.of("nsubj", "nsubj:pass", "nsubj:outer");
    private int tokens;
    private int words;
    private int tags;
    private int upos;
    private int lemmas;
    private int heads;
    private int labels;
    private final int[] subject = new int[3];
    private final int[] object = new int[3];

    void add(Model model, Treebank.Tree tree, Words found, ArcHybrid parsed) {
      for (int i = 0; i < tree.size(); i++) {
        String tag = tree.tags()[i];
        tokens++;
        int guess = found.tags[i];
        tags += model.tags().names()[guess].equals(tag) ? 1 : 0;
        boolean sameUpos = tag.startsWith(model.tags().upos(guess) + "|");
        upos += sameUpos ? 1 : 0;
        String lemma =
            model
                .lemmas()
                .lemma(
                    tree.forms()[i],
                    model.tags().upos(guess),
                    model.tags().xpos(guess),
                    model.lexicon());
        lemmas += lemma.equalsIgnoreCase(tree.lemmas()[i]) ? 1 : 0;
        String label = model.actions().relation(parsed.labels[i]).label();
        if (!tag.startsWith("PUNCT")) {
          words++;
          heads += parsed.heads[i] == tree.heads()[i] ? 1 : 0;
          labels += parsed.heads[i] == tree.heads()[i] && label.equals(tree.labels()[i]) ? 1 : 0;
        }
        boolean same = parsed.heads[i] == tree.heads()[i];
        int head = parsed.heads[i];
        boolean underVerb = head < tree.size() && model.tags().upos(found.tags[head]) == Upos.VERB;
        int goldHead = tree.heads()[i];
        boolean goldUnderVerb = goldHead < tree.size() && tree.tags()[goldHead].startsWith("VERB|");
        String gold = tree.labels()[i];
        pair(
            subject,
            underVerb && SUBJECTS.contains(label),
            goldUnderVerb && SUBJECTS.contains(gold),
            same);
        pair(object, underVerb && label.equals("obj"), goldUnderVerb && gold.equals("obj"), same);
      }
    }

    private static void pair(int[] counts, boolean found, boolean wanted, boolean sameHead) {
      counts[0] += found && wanted && sameHead ? 1 : 0;
      counts[1] += found ? 1 : 0;
      counts[2] += wanted ? 1 : 0;
    }

    ParserScore score() {
      return new ParserScore(
          tokens,
          words,
          share(tags, tokens),
          share(upos, tokens),
          share(lemmas, tokens),
          share(heads, words),
          share(labels, words),
          share(2 * subject[0], subject[1] + subject[2]),
          share(2 * object[0], object[1] + object[2]));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
