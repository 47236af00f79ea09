package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.export.ReadingJson;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.text.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente code}: JSON Lines in, JSON Lines out, in the order of the input. */
@Command(
    name = "code",
    mixinStandardHelpOptions = true,
    description =
        "Codes documents in batch: JSON Lines in, JSON Lines out, in the order of the input.")
final class CodeCommand implements Callable<Integer> {
  @Parameters(index = "0", defaultValue = "-", description = "what to read; - is standard input")
  private String in = "-";

  @Parameters(index = "1", defaultValue = "-", description = "where to write; - is standard output")
  private String out = "-";

  @Option(names = "--strict", description = "exit with 3 when any input had a problem")
  private boolean strict;

  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  private final ReadingJson json = new ReadingJson();
  private boolean problems;

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (!in.equals("-") && !Files.exists(Path.of(in))) {
      spec.commandLine().getErr().println("entente: " + in + ": there is no such file or folder");
      return Exit.INPUT;
    }
    try {
      return code();
    } catch (IOException e) { // what is wrong with the input is a line of the output
      Path shown = Path.of(out.equals("-") ? "standard output" : out);
      spec.commandLine().getErr().println("entente: " + ExportProblem.of(shown, e));
      return Exit.EXPORT;
    }
  }

  private int code() throws IOException, InterruptedException, ExecutionException {
    Entente entente = own.create();
    Progress progress = new Progress(spec.commandLine().getErr(), !out.equals("-"), 0);
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        OutputStream bytes = out.equals("-") ? System.out : Files.newOutputStream(Path.of(out));
        BufferedWriter writer =
            new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        Stream<Item> items = Documents.standard().open(in)) {
      ArrayDeque<Future<String>> waiting = new ArrayDeque<>();
      for (Iterator<Item> i = items.iterator(); i.hasNext(); ) {
        Item item = i.next();
        problems |= !item.problems().isEmpty();
        waiting.add(pool.submit(() -> line(entente, item)));
        if (waiting.size() > 16 * threads) {
          write(writer, waiting.remove().get());
          progress.step();
        }
      }
      while (!waiting.isEmpty()) {
        write(writer, waiting.remove().get());
        progress.step();
      }
    }
    progress.finish();
    return strict && problems ? Exit.INPUT : Exit.OK;
  }

  private String line(Entente entente, Item item) {
    if (item.document() == null) {
      return json.line(item.problems().getFirst().where(), item.problems());
    }
    try {
      return json.line(entente.read(item.document()), item.problems());
    } catch (RuntimeException e) {
      String message = "could not be coded, please report it: " + e;
      return json.line(
          item.document().id(),
          List.of(new Problem(Problem.Kind.INTERNAL, item.document().id(), message)));
    }
  }

  private static void write(BufferedWriter writer, String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }
}
