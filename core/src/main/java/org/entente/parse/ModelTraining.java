package org.entente.parse;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.entente.text.Span;

/** Trains a model file from treebanks, and measures the shipped one. Not thread-safe. */
public final class ModelTraining {
  private static final int WARM_UP = 3;

  private final Consumer<String> log;

  public ModelTraining(Consumer<String> log) {
    this.log = log;
  }

  /**
   * @param treebanks CoNLL-U files to learn from
   * @param clusters lines {@code word TAB coarse TAB fine}
   * @param out where the model is written
   */
  public void train(List<Path> treebanks, List<String> clusters, Path out) throws IOException {
    Model model = new Trainer(Trainer.Settings.DEFAULT, log).train(treebanks, clusters);
    try (DataOutputStream stream =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
      model.write(stream);
    }
    log.accept("wrote " + out + ", " + Files.size(out) / 1_000_000 + " MB");
  }

  /**
   * Prints accuracy on each treebank and on all, from gold tokens and from raw text, then loading
   * time, heap and speed.
   */
  public void evaluate(List<Path> treebanks) {
    long before = heap();
    long start = System.nanoTime();
    Model model = TransitionParser.loadModel();
    double seconds = (System.nanoTime() - start) / 1e9;
    long loaded = heap();
    List<Treebank.Tree> all = new ArrayList<>();
    for (Path file : treebanks) {
      List<Treebank.Tree> trees = Treebank.read(file);
      all.addAll(trees);
      log.accept(file.getFileName() + ": " + ParserScore.of(model, trees));
      log.accept(file.getFileName() + ": " + RawTextScore.of(new TransitionParser(model), trees));
    }
    log.accept("all: " + ParserScore.of(model, all));
    log.accept(
        String.format(
            Locale.ROOT,
            "loading %.2f s, heap %.0f MB, parser %s",
            seconds,
            (loaded - before) / 1e6,
            model.parser()));
    speed(new TransitionParser(model), all);
  }

  private void speed(TransitionParser parser, List<Treebank.Tree> trees) {
    for (int round = 0; round <= WARM_UP; round++) {
      long start = System.nanoTime();
      int sentences = 0;
      for (Treebank.Tree tree : trees) {
        sentences += parser.parse(tree.text(), new Span(0, tree.text().length())).size();
      }
      double rate = sentences / ((System.nanoTime() - start) / 1e9);
      if (round == WARM_UP) {
        log.accept(
            String.format(Locale.ROOT, "raw text to trees: %.0f sentences/s on one core", rate));
      }
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
