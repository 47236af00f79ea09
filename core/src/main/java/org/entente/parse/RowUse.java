package org.entente.parse;

import java.util.List;
import org.entente.text.Span;

/**
 * Counts how often each row of a model's weights is read while text is parsed, and lays the rows
 * out by it. Every second row that is found is one of some four thousand; where they stand side by
 * side, a processor's caches hold more of them. Not thread-safe.
 */
final class RowUse {
  private RowUse() {}

  /**
   * The same model, faster on text like {@code texts}; the same texts give the same bytes.
   *
   * @param texts running text, one paragraph each
   */
  static Model laidOut(Model model, List<String> texts) {
    Counted tagger = new Counted(model.tagger());
    Counted parser = new Counted(model.parser());
    TransitionParser counting = new TransitionParser(with(model, tagger, parser));
    texts.forEach(text -> counting.parse(text, new Span(0, text.length())));
    return with(model, tagger.inOrderOf(tagger.uses), parser.inOrderOf(parser.uses));
  }

  private static Model with(Model model, Weights tagger, Weights parser) {
    return new Model(
        model.lexicon(), model.tags(), tagger, model.actions(), parser, model.lemmas());
  }

  /** Weights that count the rows whose first entry is read. */
  private static final class Counted extends Weights {
    private final int[] uses;

    Counted(Weights weights) {
      super(weights);
      uses = new int[weights.entries()];
    }

    @Override
    void begin(int[] starts, int count, int[] into) {
      super.begin(starts, count, into);
      for (int i = 0; i < count; i++) {
        if (starts[i] >= 0) {
          uses[rowOf(starts[i])]++;
        }
      }
    }
  }
}
