package org.entente.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.entente.Entente;
import org.entente.source.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente demo}: the main job on a press review of our own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Reads a press review that comes with the project and shows what it says.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--no-serve", description = "only print; do not open the desk")
  private boolean noServe;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Document review =
        Document.plain("demo: a press review of May 2013", HtmlView.resource("review.txt"));
    new TerminalView(out, Style.ofTerminal()).show(Entente.create().read(review));
    if (!noServe) {
      out.println("Next: entente read YOURPAGE --html page.html");
    }
    out.flush();
    return Exit.OK;
  }
}
