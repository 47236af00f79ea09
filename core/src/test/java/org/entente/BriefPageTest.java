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
            "030 RUS USA hoped",
            "030 USA RUS hoped",
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

  /** Start and end of each part of what is said, who says it, its status; all checked by hand. */
  private static final List<String> SAID =
      List.of(
          "113 175 Sergei Lavrov happened",
          "214 300 Russia happened",
          "321 436 Russia announced",
          "919 1007 John Kerry happened",
          "1634 1841 John Kerry happened",
          "1860 2037 John Kerry happened",
          "2076 2082 United States happened",
          "2462 2555 Russia happened",
          "2594 2735 Russia refused",
          "3824 4004 John Kerry happened",
          "4041 4090 Vladimir Putin accused",
          "4140 4220 Vladimir Putin happened",
          "4187 4220 Vladimir Putin happened",
          "4243 4431 Vladimir Putin happened",
          "4253 4336 Vladimir Putin hoped",
          "4433 4573 Vladimir Putin happened",
          "4586 4743 Vladimir Putin happened",
          "4823 5002 Russia happened",
          "4840 5002 Russia happened",
          "5014 5175 Alexander Lukashevich happened",
          "5273 5326 Russia happened",
          "5335 5402 Russia happened",
          "5404 5551 foreign ministry happened",
          "5601 5661 foreign ministry happened",
          "5690 5769 Alexander Lukashevich requested",
          "5848 5965 Alexander Lukashevich happened");

  @Test
  void twentyFiveStatementsStandWhereTheyShould() throws Exception {
    List<String> said =
        read().statements().stream()
            .flatMap(s -> s.contents().stream().map(part -> brief(s, part)))
            .toList();
    assertThat(said).containsAll(SAID);
    assertThat(SAID.size()).isGreaterThanOrEqualTo(25);
  }

  private static String brief(Statement s, Span part) {
    String speaker = s.speaker() == null ? "" : s.speaker().name();
    return part.start() + " " + part.end() + " " + speaker + " " + s.status().word();
  }

  @Test
  void whoIsSpokenToIsTold() throws Exception {
    assertThat(read().statements())
        .filteredOn(s -> s.span().start() >= 788 && s.span().end() <= 1860)
        .extracting(s -> s.addressee() == null ? "" : s.addressee().name())
        .containsOnly("Vladimir Putin");
  }

  @Test
  void whatIsToComeHasItsRange() throws Exception {
    assertThat(read().announcements())
        .extracting(a -> a.type().code() + " " + a.date())
        .containsExactly(
            "036 DateRange[from=2013-05-07, to=2013-05-31]",
            "036 DateRange[from=2013-09-01, to=2013-09-30]",
            "036 DateRange[from=2013-06-01, to=2013-06-30]");
  }

  @Test
  void theDeadAreCountedSinceTheBeginning() throws Exception {
    assertThat(read().figures())
        .extracting(f -> f.bound() + " " + (long) f.low() + " " + f.period())
        .containsExactly("AT_LEAST 70000 DateRange[from=2011-03-01, to=2013-05-07]");
  }

  @Test
  void moscowStandsAgainstTheCondition() throws Exception {
    Reading reading = read();
    assertThat(reading.positions())
        .filteredOn(p -> p.topic().start() == 2462)
        .extracting(p -> (p.speaker() == null ? "" : p.speaker().country()) + " " + p.side())
        .containsExactly("RUS AGAINST");
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
