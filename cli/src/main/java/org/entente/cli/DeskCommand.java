package org.entente.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.desk.Desk;
import org.entente.desk.DeskSettings;
import org.entente.desk.OpenIdSettings;
import org.entente.desk.Outside;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

  @Option(
      names = "--smtp",
      defaultValue = "${env:ENTENTE_SMTP}",
      description =
          "server that sends mails, as smtps://user:password@host or"
              + " smtp://host:587; better given by the variable ENTENTE_SMTP, which others on the"
              + " machine do not see (default: mails are written to the folder mail/)")
  private @Nullable String smtp;

  @Option(
      names = "--mail-from",
      defaultValue = "entente@localhost",
      description = "sender of mails (default: ${DEFAULT-VALUE})")
  private String from = "entente@localhost";

  @Option(
      names = "--inside",
      description =
          "feeds, pages and webhooks may also lie inside your own network; without it only the"
              + " public internet is reached")
  private boolean inside;

  @Option(
      names = "--openid-issuer",
      description =
          "address of an issuer of OpenID Connect, as https://login.example.org; members and who is"
              + " invited may sign in by its word (default: nobody's)")
  private @Nullable URI issuer;

  @Option(names = "--openid-client", description = "what the issuer calls this desk")
  private String client = "";

  @Option(
      names = "--openid-secret",
      defaultValue = "${env:ENTENTE_OPENID_SECRET}",
      description =
          "what the desk proves itself with to the issuer; better given by the variable"
              + " ENTENTE_OPENID_SECRET, which others on the machine do not see")
  private @Nullable String secret;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    serve(settings(), spec.commandLine().getOut(), "");
    return Exit.OK;
  }

  private DeskSettings settings() {
    try {
      return new DeskSettings(place.location(), address, port, false, site).withOutside(outside());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private Outside outside() {
    Outside standard = Outside.standard();
    Outside reaching =
        inside
            ? new Outside(Fetch.allowing(a -> true), standard.mail(), standard.folder(), true)
            : standard;
    try {
      Outside mailing =
          smtp == null || smtp.isBlank()
              ? reaching
              : reaching.withMail(MailSettings.of(smtp, from));
      return issuer == null
          ? mailing
          : mailing.withOpenId(new OpenIdSettings(issuer, client, secret == null ? "" : secret));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  /** Warnings and failures, with their causes. */
  static void logToTerminal() {
    ConsoleHandler terminal = new ConsoleHandler();
    terminal.setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(terminal);
  }

  /**
   * Serves until the process is told to end.
   *
   * @param first the page to begin with, below the desk's address
   */
  static void serve(DeskSettings settings, PrintWriter out, String first)
      throws InterruptedException {
    logToTerminal();
    try (Desk desk = Desk.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
      out.println("The desk is at " + desk.address() + first + "  (stop it with Ctrl+C)");
      settings.warning().ifPresent(out::println);
      desk.firstAdministrator()
          .ifPresent(a ->
              out.println(
                  "It has no administrator yet; whoever opens this within a day becomes the first: "
                      + a));
      out.flush();
      desk.warmUp();
      desk.await();
    }
  }
}
