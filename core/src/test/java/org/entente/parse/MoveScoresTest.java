package org.entente.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveScoresTest {
  private static final Model MODEL = TransitionParser.loadModel();
  private static final String[] SENTENCE =
      ("The foreign minister of Arnor , who had met his counterpart from Gondor in the capital on "
              + "Tuesday , told reporters that both sides would soon release the remaining "
              + "prisoners , although Rohan refused to open its border to the refugees .")
          .split(" ");

  @Test
  void sumsThatWereKeptAreThoseMadeAnew() {
    Words words = tagged(new Tagger(MODEL.tagger()));
    MoveScores kept = new MoveScores(MODEL.parser());
    kept.start(words, MODEL.tags());
    ArcHybrid state = new ArcHybrid();
    state.start(words.count);
    int scored = 0;
    while (!(state.next == state.size && state.depth == 1)) {
      int move = 0;
      if (state.depth > 0) {
        scored++;
        kept.score(state);
        MoveScores anew = new MoveScores(MODEL.parser());
        anew.start(words, MODEL.tags());
        anew.score(state);
        assertThat(kept.sums).isEqualTo(anew.sums);
        move = best(state, kept.sums);
      }
      MODEL.actions().apply(state, move);
    }
    assertThat(scored).isGreaterThan(SENTENCE.length);
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

  private static int best(ArcHybrid state, int[] sums) {
    int best = -1;
    for (int a = 0; a < MODEL.actions().size(); a++) {
      boolean better = best < 0 || sums[a] > sums[best];
      best = MODEL.actions().allowed(state, a) && better ? a : best;
    }
    return best;
  }
}
