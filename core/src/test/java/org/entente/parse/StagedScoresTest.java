package org.entente.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class StagedScoresTest {
  private static final Model MODEL = TransitionParser.loadModel();
  private static final String[] SENTENCE =
      ("The foreign minister of Arnor , who had met his counterpart from Gondor in the capital on "
              + "Tuesday , told reporters that both sides would soon release the remaining "
              + "prisoners , although Rohan refused to open its border to the refugees .")
          .split(" ");

  @Test
  void sumsThatWereKeptAreThoseMadeAnew() {
    StagedScores kept = new StagedScores(MODEL.parser(), MODEL.actions());
    int scored =
        walk(
            kept,
            (state, words) -> {
              StagedScores anew = new StagedScores(MODEL.parser(), MODEL.actions());
              anew.start(words, MODEL.tags());
              anew.best(state);
              assertThat(kept.sums()).isEqualTo(anew.sums());
            });
    assertThat(scored).isGreaterThan(SENTENCE.length);
  }

  @Test
  void whatIsSureEarlyIsWhatAllFeaturesSay() {
    StagedScores all = new StagedScores(MODEL.parser(), MODEL.actions(), new int[0][]);
    List<Integer> early = new ArrayList<>();
    List<Integer> late = new ArrayList<>();
    StagedScores staged = new StagedScores(MODEL.parser(), MODEL.actions());
    walk(
        staged,
        (state, words) -> {
          all.start(words, MODEL.tags());
          late.add(all.best(state));
          early.add(highest(staged.sums()));
        });
    assertThat(early).isEqualTo(late);
  }

  @Test
  void wordsThatWereKeptAreTaggedAsAtFirstSight() {
    Tagger tagger = new Tagger(MODEL.tagger());
    int[] first = tagged(tagger).tags.clone();
    assertThat(tagged(tagger).tags).isEqualTo(first);
  }

  private static Words tagged(Tagger tagger) {
    Words words = new Words();
    words.fill(SENTENCE, SENTENCE.length, MODEL.lexicon());
    tagger.tag(words);
    return words;
  }

  /**
   * Follows the moves of {@code scores} through the sentence and shows each configuration before
   * its move; how many there were.
   */
  private static int walk(StagedScores scores, BiConsumer<ArcHybrid, Words> seen) {
    Words words = tagged(new Tagger(MODEL.tagger()));
    scores.start(words, MODEL.tags());
    ArcHybrid state = new ArcHybrid();
    state.start(words.count);
    int scored = 0;
    while (!(state.next == state.size && state.depth == 1)) {
      int move = 0;
      if (state.depth > 0) {
        scored++;
        move = scores.best(state);
        seen.accept(state, words);
      }
      MODEL.actions().apply(state, move);
    }
    return scored;
  }

  private static int highest(int[] sums) {
    int best = 0;
    for (int a = 1; a < sums.length; a++) {
      best = sums[a] > sums[best] ? a : best;
    }
    return best;
  }
}
