package org.entente.parse;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Span;

/**
 * How well raw text is cut: F1 of tokens and of sentence ends, over runs of ten sentences of a
 * treebank.
 *
 * @param tokens F1 of exact token spans
 * @param sentences F1 of sentence ends
 */
public record RawTextScore(double tokens, double sentences) {
  private static final int RUN = 10;

  static RawTextScore of(TransitionParser parser, List<Treebank.Tree> trees) {
    int[] counts = new int[6];
    for (int first = 0; first < trees.size(); first += RUN) {
      add(parser, trees.subList(first, Math.min(trees.size(), first + RUN)), counts);
    }
    return new RawTextScore(
        2.0 * counts[0] / (counts[1] + counts[2]), 2.0 * counts[3] / (counts[4] + counts[5]));
  }

  private static void add(TransitionParser parser, List<Treebank.Tree> trees, int[] counts) {
    StringBuilder text = new StringBuilder();
    Set<Span> tokens = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    for (Treebank.Tree tree : trees) {
      text.append(text.isEmpty() ? "" : " ");
      int at = text.length();
      text.append(tree.text());
      for (String form : tree.forms()) {
        int start = text.indexOf(form, at);
        if (start >= 0) {
          at = start + form.length();
          tokens.add(new Span(start, at));
        }
      }
      ends.add(text.length());
    }
    for (Sentence sentence : parser.parse(text.toString(), new Span(0, text.length()))) {
      for (int i = 0; i < sentence.size(); i++) {
        counts[0] += tokens.contains(sentence.span(i)) ? 1 : 0;
        counts[1]++;
      }
      counts[3] += ends.contains(sentence.span().end()) ? 1 : 0;
      counts[4]++;
    }
    counts[2] += tokens.size();
    counts[5] += ends.size();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "from raw text: tokens F1 %.2f, sentences F1 %.2f",
        100 * tokens,
        100 * sentences);
  }
}
