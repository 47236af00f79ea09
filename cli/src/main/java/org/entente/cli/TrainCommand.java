package org.entente.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.entente.parse.ModelTraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code entente train}: a parser model from treebanks, or the measures of the model that is
 * shipped.
 */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description =
        "Trains tagger, parser and lemmas on UD treebanks (*-train.conllu[.gz], word-clusters.tsv[.gz]), or with --eval measures the shipped model on *-dev.",
    footer = {
      "",
      "Examples:",
      "  entente train TREEBANKS --out english.model",
      "  entente train TREEBANKS --eval"
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TREEBANKS",
      description = "folder with the treebanks and the word clusters")
  private Path folder = Path.of(".");

  @Option(names = "--out", paramLabel = "FILE", description = "where to write the model")
  private @Nullable Path out;

  @Option(
      names = "--eval",
      description = "measure on the development treebanks instead of training")
  private boolean eval;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter log = spec.commandLine().getOut();
    if (!Files.isDirectory(folder)) {
      spec.commandLine()
          .getErr()
          .println("entente: there is no folder " + folder + " with treebanks");
      return Exit.INPUT;
    }
    ModelTraining training =
        new ModelTraining(line -> {
          log.println(line);
          log.flush();
        });
    if (eval) {
      training.evaluate(files("dev.conllu"));
      return Exit.OK;
    }
    if (out == null) {
      spec.commandLine()
          .getErr()
          .println("entente: name the model file with --out, or measure with --eval");
      return Exit.USAGE;
    }
    training.train(files("train.conllu"), clusters(), out);
    return Exit.OK;
  }

  private List<Path> files(String part) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().contains(part)).sorted().toList();
    }
  }

  private List<String> clusters() throws IOException {
    Path file = folder.resolve("word-clusters.tsv.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
