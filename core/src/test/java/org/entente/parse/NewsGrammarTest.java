package org.entente.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsGrammarTest {
  private final List<Treebank.Tree> trees = new NewsGrammar(7).sentences(500);

  @Test
  void eachSentenceIsOneTree() {
    for (Treebank.Tree tree : trees) {
      int roots = 0;
      for (int i = 0; i < tree.size(); i++) {
        int steps = 0;
        for (int up = i; up < tree.size() && steps <= tree.size(); up = tree.heads()[up]) {
          steps++;
        }
        assertThat(steps).as("a circle in %s", tree.text()).isLessThanOrEqualTo(tree.size());
        roots += tree.heads()[i] == tree.size() ? 1 : 0;
      }
      assertThat(roots).as("roots of %s", tree.text()).isEqualTo(1);
    }
  }

  @Test
  void everyLabelIsARelation() {
    Set<String> labels = new HashSet<>();
    trees.forEach(tree -> labels.addAll(List.of(tree.labels())));
    assertThat(labels).allSatisfy(label -> assertThat(Relation.of(label).label()).isEqualTo(label));
  }

  @Test
  void theSameSeedGivesTheSameSentences() {
    assertThat(new NewsGrammar(7).sentences(20).stream().map(Treebank.Tree::text).toList())
        .isEqualTo(trees.subList(0, 20).stream().map(Treebank.Tree::text).toList());
  }
}
