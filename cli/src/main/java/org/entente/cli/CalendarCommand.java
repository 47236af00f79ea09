package org.entente.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.store.CalendarFile;
import org.entente.store.Store;
import org.entente.store.StoredAnnouncement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entente calendar}: what was announced, and what became of it. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description =
        "Lists what was announced: due, kept, late, dropped or not seen, as later events decide.")
final class CalendarCommand implements Callable<Integer> {
  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "seen from this day (default: the last that was read)")
  private @Nullable LocalDate on;

  @Option(names = "--from", paramLabel = "DAY", description = "leave out what was to be before")
  private @Nullable LocalDate from;

  @Option(names = "--ics", paramLabel = "FILE", description = "write an iCalendar file instead")
  private @Nullable Path ics;

  @Option(names = "--undated", description = "also what was announced without a date")
  private boolean undated;

  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    var out = spec.commandLine().getOut();
    try (Store store = place.existing()) {
      LocalDate day = on != null ? on : store.days().map(d -> d.to()).orElseGet(LocalDate::now);
      List<StoredAnnouncement> all = store.calendar(from, day);
      if (ics != null) {
        Files.writeString(ics, CalendarFile.of(all), StandardCharsets.UTF_8);
        out.println("wrote " + ics);
      } else {
        show(all, day, new StoreView(out, Style.ofTerminal()));
      }
    }
    out.flush();
    return Exit.OK;
  }

  private void show(List<StoredAnnouncement> all, LocalDate day, StoreView view) {
    List<StoredAnnouncement> shown = all.stream().filter(a -> undated || a.date() != null).toList();
    shown.forEach(view::show);
    int hidden = all.size() - shown.size();
    spec.commandLine()
        .getOut()
        .println(
            (all.isEmpty() ? "Nothing was announced" : shown.size() + " announced")
                + ", seen from "
                + day
                + (hidden == 0 ? "." : "; " + hidden + " more without a date: --undated."));
  }
}
