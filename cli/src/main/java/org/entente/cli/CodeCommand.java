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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente code}: JSON Lines in, JSON Lines out, in the order of the input. */
@Command(
    name = "code",
    mixinStandardHelpOptions = true,
    description =
        "Codes documents in batch: JSON Lines in, JSON Lines out, in the order of the input.")
final class CodeCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int PROBLEMS = 3;

  @Parameters(index = "0", defaultValue = "-", description = "what to read; - is standard input")
  private String in = "-";

  @Parameters(index = "1", defaultValue = "-", description = "where to write; - is standard output")
  private String out = "-";

  @Option(names = "--strict", description = "exit with 3 when any input had a problem")
  private boolean strict;

  private final ReadingJson json = new ReadingJson();
  private boolean problems;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Entente entente = Entente.create();
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
        }
      }
      while (!waiting.isEmpty()) {
        write(writer, waiting.remove().get());
      }
    }
    return strict && problems ? PROBLEMS : OK;
  }

  private String line(Entente entente, Item item) {
    if (item.document() == null) {
      return json.line(
          item.problems().isEmpty() ? "" : item.problems().getFirst().where(),
          List.copyOf(item.problems()));
    }
    return json.line(entente.read(item.document()));
  }

  private static void write(BufferedWriter writer, String line) throws IOException {
    writer.write(line);
    writer.write('\n');
  }
}
