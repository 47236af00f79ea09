package org.entente.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.desk.Desk;
import org.entente.desk.DeskSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente desk}: serves a store to a browser. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description = "Serves a store as a web desk, on this machine only unless told otherwise.")
final class DeskCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "" + DeskSettings.PORT,
      description = "port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port = DeskSettings.PORT;

  @Option(
      names = "--address",
      defaultValue = "127.0.0.1",
      description =
          "address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches)")
  private String address = "127.0.0.1";

  @Option(
      names = "--site",
      description =
          "address under which others know the desk, as https://desk.example.org/; links in"
              + " invitations are made of it")
  private @Nullable URI site;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    DeskSettings settings = new DeskSettings(place.location(), address, port, false, site);
    serve(settings, spec.commandLine().getOut());
    return Exit.OK;
  }

  /** Warnings and failures, with their causes. */
  private static void logToTerminal() {
    ConsoleHandler terminal = new ConsoleHandler();
    terminal.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(terminal);
  }

  /** Serves until the process is told to end. */
  static void serve(DeskSettings settings, PrintWriter out) throws InterruptedException {
    logToTerminal();
    try (Desk desk = Desk.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
      out.println("The desk is at " + desk.address() + "  (stop it with Ctrl+C)");
      desk.firstAdministrator()
          .ifPresent(a ->
              out.println(
                  "It has no administrator yet; whoever opens this within a day becomes the first: "
                      + a));
      out.flush();
      desk.await();
    }
  }
}
