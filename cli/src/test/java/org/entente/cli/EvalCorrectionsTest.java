package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.statement.Status;
import org.entente.store.Correction;
import org.entente.store.Correction.Verdict;
import org.entente.store.Query;
import org.entente.store.Reviews;
import org.entente.store.Store;
import org.entente.store.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvalCorrectionsTest {
  private static final String TEXT =
      "Russia condemned the United States on Tuesday. France praised Germany. Iran praised Oman.";

  @TempDir private Path folder;

  @Test
  void checksBecomeGoldThatTheEvaluationReads() throws Exception {
    Path file = folder.resolve("checked.db");
    try (Store store = Store.open(file.toString())) {
      Entente entente = Entente.create();
      Metadata day = Metadata.dated(LocalDate.of(2013, 5, 7));
      store.add(entente.read(Document.plain("one", TEXT, day)), entente.version());
      for (StoredEvent event : store.events(Query.ALL)) {
        check(new Reviews(store), event);
      }
    }
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(said, true));
    Path gold = folder.resolve("gold");
    int status =
        line.execute("eval", "corrections", "--store", file.toString(), "--out", gold.toString());

    assertThat(status).isZero();
    assertThat(Files.readString(gold.resolve("events.tsv")))
        .contains(
            "2013-05-07\tACCUSE\tRUS\tUSA\thoped\tRussia condemned the United States on Tuesday.")
        .doesNotContain("France");
    assertThat(Files.readString(gold.resolve("negatives.tsv"))).contains("France praised Germany.");
    assertThat(said.toString()).contains("2 of 2 checked were wrong: 100.0 % (95 % interval 34.2-");
  }

  /** Russia's is changed, the French one rejected, the Iranian one left alone. */
  private static void check(Reviews reviews, StoredEvent event) {
    Instant now = Instant.parse("2013-05-08T09:00:00Z");
    if (event.exact().contains("condemned")) {
      Correction hoped =
          new Correction(Verdict.CHANGED, null, Status.HOPED, null, null, "Ada", now, "");
      reviews.check(event.id(), hoped, Reviews.Order.DOUBT);
    } else if (event.exact().contains("France")) {
      Correction none = Correction.of(Verdict.REJECTED, "Ada", now, "");
      reviews.check(event.id(), none, Reviews.Order.DOUBT);
    }
  }
}
