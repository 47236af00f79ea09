package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.eval.BCubed;
import org.entente.eval.StoriesEvaluator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code entente eval stories}: groups a file's articles and compares them with its clusters. */
@Command(
    name = "stories",
    mixinStandardHelpOptions = true,
    description =
        "Groups articles into stories as they arrive and compares them with the clusters of people.",
    footer = {"", "Example:", "  entente eval stories news.jsonl.gz --out stories.jsonl"})
final class EvalStoriesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      description = "JSON Lines, plain or .gz: id, date, title, text and, to compare, cluster")
  private Path file = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "writes the id and the story of each article, in the order of the input")
  private @Nullable Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    StoriesEvaluator stories;
    try {
      stories = StoriesEvaluator.of(file);
      if (out != null) {
        write(stories.placed(), out);
      }
    } catch (IOException e) {
      spec.commandLine().getErr().println("entente: " + reason(e));
      return Exit.INPUT;
    }
    PrintWriter terminal = spec.commandLine().getOut();
    long found = stories.placed().stream().map(StoriesEvaluator.Placed::story).distinct().count();
    terminal.printf(Locale.ROOT, "%,d articles in %,d stories%n", stories.articles(), found);
    if (stories.isJudged()) {
      BCubed score = stories.score();
      terminal.printf(
          Locale.ROOT,
          "BCubed precision %.3f, recall %.3f, F %.3f%n",
          score.precision(),
          score.recall(),
          score.f());
    } else {
      terminal.println("No article names its \"cluster\"; there is nothing to compare with.");
    }
    terminal.flush();
    return Exit.OK;
  }

  private static void write(List<StoriesEvaluator.Placed> placed, Path out) throws IOException {
    try (PrintWriter lines =
        new PrintWriter(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
      for (StoriesEvaluator.Placed each : placed) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        lines.print(line.put("id", each.id()).put("story", each.story()) + "\n");
      }
      if (lines.checkError()) {
        throw new IOException(out + " could not be written");
      }
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is no file " + e.getMessage()
        : String.valueOf(e.getMessage());
  }
}
