package org.entente.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.statement.Status;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class EventCoderTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate TUESDAY = LocalDate.of(2013, 5, 7);

  @Test
  void theAgentOfAPassiveIsTheSource() {
    assertThat(brief("Syria was condemned by France.")).containsExactly("111 FRA SYR");
    assertThat(brief("France condemned Syria.")).containsExactly("111 FRA SYR");
  }

  @Test
  void thoseWhoActTogetherAreOneEventForEachOrderedPair() {
    assertThat(brief("Egypt and Turkey held talks."))
        .containsExactlyInAnyOrder("040 EGY TUR", "040 TUR EGY");
  }

  @Test
  void whatTwoAgreeOnTheyAgreeOnWithEachOther() {
    assertThat(brief("Egypt and Turkey agreed to bring the Libyan government to the table."))
        .containsExactlyInAnyOrder("030 EGY TUR", "030 TUR EGY");
    assertThat(brief("Egypt and Turkey want a conference."))
        .containsExactlyInAnyOrder("036 EGY TUR", "036 TUR EGY");
  }

  @Test
  void anAgentJoinedToAnotherIsOfItsCountry() {
    assertThat(brief("France urged the Libyan government and its opponents to show restraint."))
        .isNotEmpty()
        .allMatch(e -> e.endsWith("LBY"));
  }

  @Test
  void whatIsOnlyReportedIsCodedNotTheReporting() {
    assertThat(brief("Israel bombed Syria, a spokesman for Jordan said on Monday."))
        .containsExactly("195 ISR SYR");
    assertThat(brief("Jordan says that Israel bombed Syria.")).containsExactly("195 ISR SYR");
  }

  @Test
  void whoeverPromisesIsTheSourceOfWhatIsPromised() {
    assertThat(brief("Kenya agreed to send food to Somalia.")).containsExactly("0333 KEN SOM");
  }

  @Test
  void whoeverIsUrgedIsTheTarget() {
    assertThat(brief("Norway urged Chad to release a pilot.")).containsExactly("0253 NOR TCD");
  }

  @Test
  void noTargetIsInvented() {
    assertThat(events("France condemned the murder.")).allMatch(e -> e.target() == null);
    assertThat(events("The weather in France was mild and the harvest good.")).isEmpty();
  }

  @Test
  void whoSuffersIsNotWhoIsCondemned() {
    assertThat(events("Chile condemned the bombing in Oslo."))
        .isNotEmpty()
        .allMatch(e -> e.target() == null);
    assertThat(events("Chile condemned the killing of the Norwegian ambassador."))
        .isNotEmpty()
        .allMatch(e -> e.target() == null);
    assertThat(brief("Chile condemned the Israeli raids on Syria.")).containsExactly("111 CHL ISR");
    assertThat(brief("Chile condemned the shelling of Homs by Syrian troops."))
        .containsExactly("111 CHL SYR");
  }

  @Test
  void statusFollowsOperatorConditionDenialAndPlace() {
    assertThat(status("Kenya hopes to meet Somalia.")).isEqualTo(Status.HOPED);
    assertThat(status("If Israel bombed Syria, Lebanon would suffer."))
        .isEqualTo(Status.CONDITIONAL);
    assertThat(status("Peru denied that it had attacked Ecuador.")).isEqualTo(Status.DENIED);
    assertThat(status("Peru is shelling Ecuador.")).isEqualTo(Status.ONGOING);
    assertThat(status("Cuba refused to release an American prisoner.")).isEqualTo(Status.REFUSED);
  }

  @Test
  void datesComeFromTheClauseElseFromTheArticle() {
    assertThat(dated("Israel bombed Syria on Sunday."))
        .isEqualTo(DateRange.on(TUESDAY.minusDays(2)));
    assertThat(dated("Egypt will meet Turkey on Friday."))
        .isEqualTo(DateRange.on(TUESDAY.plusDays(3)));
    assertThat(dated("Israel bombed Syria.")).isEqualTo(DateRange.on(TUESDAY));
    assertThat(events("Israel bombed Syria.").getFirst().dateRule()).isEqualTo("article");
  }

  @Test
  void strangeTextIsReadInTime() {
    String strange = "\u202Eمرحبا 😀 ".repeat(2000) + "said ".repeat(5000) + "\"".repeat(20_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> events(strange));
  }

  private static List<String> brief(String sentence) {
    return events(sentence).stream()
        .map(e -> e.type().code() + " " + country(e.source()) + " " + country(e.target()))
        .toList();
  }

  private static Status status(String sentence) {
    List<Event> events = events(sentence);
    assertThat(events).as(sentence).isNotEmpty();
    return events.getFirst().status();
  }

  private static @Nullable DateRange dated(String sentence) {
    List<Event> events = events(sentence);
    assertThat(events).as(sentence).isNotEmpty();
    return events.getFirst().date();
  }

  private static List<Event> events(String sentence) {
    return ENTENTE.read(Document.plain("test", sentence, Metadata.dated(TUESDAY))).events();
  }

  private static String country(@Nullable Participant participant) {
    return participant == null ? "-" : participant.actor().country();
  }
}
