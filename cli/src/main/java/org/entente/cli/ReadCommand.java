package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.export.ReadingJson;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente read}: shows what sources say. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description =
        "Shows the articles, statements and events of files, folders, addresses or standard input.",
    footer = {
      "",
      "Examples:",
      "  entente read page.html",
      "  entente read review.txt --html review.html",
      "  cat page.txt | entente read - --json"
    })
final class ReadCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "file, folder, address, or - for standard input")
  private List<String> sources = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write one self-contained page to read and print")
  private @Nullable Path html;

  @Option(names = "--json", description = "write one JSON object a line instead")
  private boolean json;

  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  private boolean failed;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Entente entente = own.create();
    TerminalView view = new TerminalView(out, Style.ofTerminal());
    ReadingJson lines = json ? new ReadingJson() : null;
    List<Reading> readings = new ArrayList<>();
    for (String source : sources) {
      try (Stream<Item> items = Documents.standard().open(source)) {
        for (Iterator<Item> i = items.iterator(); i.hasNext(); ) {
          Item item = i.next();
          item.problems().forEach(p -> spec.commandLine().getErr().println("entente: " + p));
          if (item.document() == null) {
            failed = true;
            continue;
          }
          Reading reading = entente.read(item.document());
          if (lines != null) {
            out.println(lines.line(reading));
          } else if (html == null) {
            view.show(reading);
          } else {
            readings.add(reading);
          }
        }
      }
    }
    int status = failed ? Exit.INPUT : Exit.OK;
    if (html != null && !wrote(html, readings)) {
      status = Exit.EXPORT;
    }
    out.flush();
    return status;
  }

  private boolean wrote(Path file, List<Reading> readings) {
    try {
      Files.writeString(file, new HtmlView().page(readings), StandardCharsets.UTF_8);
      spec.commandLine().getOut().println("wrote " + file);
      return true;
    } catch (IOException e) {
      spec.commandLine().getErr().println("entente: " + ExportProblem.of(file, e));
      return false;
    }
  }
}
