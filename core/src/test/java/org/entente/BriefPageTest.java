package org.entente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.event.Event;
import org.entente.event.Participant;
import org.entente.source.Document;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

/**
 * The page that the project starts from, by hand-made expectations: offsets and codes, never its
 * text.
 */
class BriefPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("entente.root"))
          .resolve("../shared/input/press-review-2013.txt")
          .normalize();

  @Test
  void tellsWhoDidWhatToWhom() throws Exception {
    List<Event> events = read().events();
    assertThat(events.stream().map(BriefPageTest::brief))
        .contains(
            "036 RUS USA announced",
            "036 USA RUS announced",
            "031 RUS USA hoped",
            "031 USA RUS hoped",
            "112 RUS USA background",
            "129 RUS IGO background",
            "195 ISR SYR happened",
            "111 RUS ISR happened");
    assertThat(events.stream().map(BriefPageTest::brief))
        .as("swapped")
        .doesNotContain("195 SYR ISR happened", "111 ISR RUS happened", "112 USA RUS background");
    assertThat(events.size()).isGreaterThanOrEqualTo(15);
  }

  @Test
  void tellsWhoSaidWhat() throws Exception {
    Reading reading = read();
    List<Statement> statements = reading.statements();
    assertThat(statements.size()).isGreaterThanOrEqualTo(20);
    List<String> speakers =
        statements.stream().map(s -> s.speaker() == null ? "" : s.speaker().name()).toList();
    assertThat(speakers)
        .contains("John Kerry", "Vladimir Putin", "Russia", "Alexander Lukashevich");
    assertThat(statements.stream().filter(s -> s.kind() == Statement.Kind.DIRECT).count())
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void everySpanStandsInThePage() throws Exception {
    Reading reading = read();
    Span page = new Span(0, reading.document().content().length());
    assertThat(reading.events()).allMatch(e -> page.contains(e.span()));
    assertThat(reading.statements()).allMatch(s -> page.contains(s.span()));
  }

  private static Reading read() throws Exception {
    assumeTrue(Files.exists(PAGE), "the page of the brief is not beside the project");
    return Entente.create().read(Document.plain("brief", Files.readString(PAGE)));
  }

  private static String brief(Event e) {
    return e.type().code()
        + " "
        + country(e.source())
        + " "
        + country(e.target())
        + " "
        + e.status().word();
  }

  private static String country(@org.jspecify.annotations.Nullable Participant participant) {
    return participant == null ? "-" : participant.actor().country();
  }
}
