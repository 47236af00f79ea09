package org.entente.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code entente bench crowd}: how long members wait who comment on one post in the same moment, at
 * a desk that has just started. They sign in and open their forms at a desk before it, by which
 * this process is warm and the measured one is not: sessions and forms outlive a desk.
 */
@Command(
    name = "crowd",
    mixinStandardHelpOptions = true,
    description =
        "Starts desks by the launcher; at each, many members comment on one post in the same moment.")
final class BenchCrowdCommand implements Callable<Integer> {
  /** As long as this process gets faster, at most as often as one may comment in five minutes. */
  private static final int WARMING = 8;

  @Option(
      names = "--launcher",
      paramLabel = "FILE",
      defaultValue = "./entente",
      description = "what starts the desk (default: ${DEFAULT-VALUE})")
  private Path launcher = Path.of("./entente");

  @Option(
      names = "--members",
      defaultValue = "200",
      description = "how many comment (default: ${DEFAULT-VALUE})")
  private int many = 200;

  @Option(
      names = "--starts",
      defaultValue = "3",
      description = "desks that are started, one after the other (default: ${DEFAULT-VALUE})")
  private int starts = 3;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "rounds at each desk, up to ten (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(
      names = "--rest",
      defaultValue = "5",
      description = "seconds between the start and the first round (default: ${DEFAULT-VALUE})")
  private int rest = 5;

  @Option(
      names = "--opened",
      description =
          "members open the page once more at the new desk before; without it, their comments are the first that it is asked for")
  private boolean opened;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Crowd crowd = new Crowd(Files.createTempDirectory("entente-crowd").resolve("crowd.db"), many);
    try (LaunchedDesk desk = crowd.start(launcher)) {
      crowd.signIn(desk);
      crowd.open(desk, crowd.post());
      for (int i = 0; i < WARMING; i++) {
        crowd.comment(desk, crowd.post());
      }
    }
    boolean whole = true;
    for (int start = 1; start <= starts; start++) {
      whole &= measure(crowd, start);
    }
    return whole ? Exit.OK : Exit.INTERNAL;
  }

  private boolean measure(Crowd crowd, int start) throws Exception {
    boolean whole = true;
    try (LaunchedDesk desk = crowd.start(launcher)) {
      spec.commandLine()
          .getOut()
          .printf("start %d took %d ms of processor time%n", start, desk.cpu().toMillis());
      Thread.sleep(Duration.ofSeconds(rest));
      if (opened) {
        crowd.open(desk, crowd.post());
      }
      for (int round = 1; round <= rounds; round++) {
        Crowd.Round taken = crowd.comment(desk, crowd.post());
        whole &= taken.whole();
        show(String.format(Locale.ROOT, "start %d, round %d", start, round), taken);
      }
    }
    return whole;
  }

  private void show(String which, Crowd.Round taken) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s: median %.0f ms, p99 %.0f, longest %.0f; the desk's processor time %d ms%s%n",
        which,
        taken.within(50),
        taken.within(99),
        taken.within(100),
        taken.cpu().toMillis(),
        taken.whole() ? "" : "; COMMENTS ARE LOST, DOUBLED OR OUT OF ORDER");
    out.flush();
  }
}
