package org.entente.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import org.entente.desk.mcp.McpHttp;
import org.entente.desk.mcp.McpStreams;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente mcp}: a store that other programs ask by the Model Context Protocol. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = {
      "Answers other programs by the Model Context Protocol: search, pair, said, evidence, rarity. Nothing is written.",
      "Over standard input and output, where only the protocol is written; with --port by HTTP."
    },
    footer = {"", "Examples:", "  entente mcp --store syria.db", "  entente mcp --port 8090"})
final class McpCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "answers by HTTP at this port, 0 takes a free one, instead of standard output")
  private @Nullable Integer port;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description =
          "address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches); nobody"
              + " is asked who they are")
  private String address = "127.0.0.1";

  @Option(
      names = "--site",
      description =
          "address under which others know it, as https://mcp.example.org/; requests for any other"
              + " host than this machine and this one are refused")
  private @Nullable URI site;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    McpHttp.Listening listening = listening();
    OutputStream protocol = System.out;
    System.setOut(new PrintStream(System.err, true)); // a stray line would break the protocol
    DeskCommand.logToTerminal();
    try (Store store = place.existing()) {
      if (listening == null) {
        McpStreams.serve(store, System.in, protocol);
      } else {
        serve(store, listening);
      }
    }
    return Exit.OK;
  }

  private McpHttp.@Nullable Listening listening() {
    try {
      return port == null ? null : new McpHttp.Listening(address, port, site);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private void serve(Store store, McpHttp.Listening listening) {
    try (McpHttp http = McpHttp.start(store, listening)) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Questions are answered at " + http.address() + "  (stop it with Ctrl+C)");
      err.flush();
      http.await();
    }
  }
}
