package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.desk.Desk;
import org.entente.desk.DeskSettings;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Settings;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.store.ActorWords;
import org.entente.store.Added;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code entente demo}: the main job on a press review and a chronicle of our own. Reads the
 * review, adds the chronicle to a store in the user's cache, and answers the review's question.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Reads a press review and a chronicle that come with the project, and answers: was early May 2013 a rare level of agreement between Moscow and Washington?")
final class DemoCommand implements Callable<Integer> {
  private static final String CHRONICLE = "chronicle.jsonl";
  private static final LocalDate ASKED = LocalDate.of(2013, 5, 7);

  @Option(names = "--no-serve", description = "only print; do not open the desk")
  private boolean noServe;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "where the chronicle is kept (default: entente/demo.db in your cache folder)")
  private @Nullable Path file;

  @Option(
      names = "--port",
      defaultValue = "" + DeskSettings.PORT,
      description = "port of the desk; 0 takes a free one (default: ${DEFAULT-VALUE})")
  private int port = DeskSettings.PORT;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "opens the desk, asks it for its pages and ends: trains the launcher's cache")
  private boolean rehearse;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter out = spec.commandLine().getOut();
    Style style = Style.ofTerminal();
    Entente entente = Entente.create();
    Document review =
        Document.plain("demo: a press review of May 2013", HtmlView.resource("review.txt"));
    new TerminalView(out, style).show(entente.read(review));
    Path kept = file == null ? DemoStore.folder().resolve("demo.db") : file;
    try (Store store = DemoStore.open(kept)) {
      fill(store, entente, kept, style);
      answer(store, style);
    }
    next(kept, out);
    out.flush();
    DeskSettings desk = new DeskSettings(kept.toString(), "127.0.0.1", port, true);
    if (rehearse) {
      Desk.rehearse(desk.withPort(0));
    } else if (!noServe) {
      DeskCommand.serve(desk, out, "pair?a=RUS&b=USA&on=" + ASKED);
    }
    return Exit.OK;
  }

  private void fill(Store store, Entente entente, Path kept, Style style)
      throws IOException, InterruptedException, ExecutionException {
    PrintWriter out = spec.commandLine().getOut();
    Intake intake = new Intake(entente, store, new Progress(spec.commandLine().getErr(), false, 0));
    try (InputStream in = Objects.requireNonNull(DemoCommand.class.getResourceAsStream(CHRONICLE));
        Stream<Item> items = Documents.standard().open(CHRONICLE, in)) {
      intake.add(items);
    }
    for (long document : store.toRecode(entente)) {
      store.recode(document, entente);
    }
    int all = intake.count(Added.NEW) + intake.count(Added.UNCHANGED);
    out.println();
    out.println(style.bold("A rare level of agreement between Moscow and Washington?"));
    out.printf(
        Locale.ROOT,
        "Asked of a chronicle of %,d short news items, written for this project from public facts:%n"
            + "January 2012 to June 2013, five invented outlets. It is kept in %s%n%n",
        all,
        kept);
  }

  private void answer(Store store, Style style) {
    ActorKey russia = ActorKey.parse("RUS");
    ActorKey america = ActorKey.parse("USA");
    LocalDate first = store.days().orElseThrow().from();
    Answer answer =
        store.answer(
            russia,
            america,
            new Answer.Asked(Grain.WEEK, first, ASKED, Exposure.ARTICLES),
            Settings.of(Grain.WEEK));
    PairView view = new PairView(spec.commandLine().getOut(), style, new ActorWords());
    view.show(russia, america, answer);
    view.showEvidence(store, russia, america, answer);
  }

  private void next(Path kept, PrintWriter out) {
    out.println();
    out.println("Next, on the same chronicle:");
    out.println("  entente pair Israel Syria --on 2013-05-05 --evidence --store " + kept);
    out.println("  entente said Lavrov --store " + kept);
    out.println("  entente calendar --store " + kept);
    out.println("or on your own page:");
    out.println("  entente read YOURPAGE --html page.html");
    out.println();
  }
}
