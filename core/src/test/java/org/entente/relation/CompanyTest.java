package org.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.Entente;
import org.entente.event.Event;
import org.entente.source.Document;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final Entente ENTENTE = Entente.create();

  @Test
  void whatOneDoesToAnotherIsDoneAlone() {
    assertThat(companies("France condemned Syria.")).containsExactly(Company.ALONE);
  }

  @Test
  void whatBothDoWithEachOtherIsOneHappening() {
    assertThat(companies("The Brazilian and Chilean presidents met on Monday."))
        .isNotEmpty()
        .containsOnly(Company.TOGETHER);
    assertThat(companies("Norway and Sweden agreed to hold talks."))
        .hasSize(2)
        .containsOnly(Company.TOGETHER);
  }

  @Test
  void whatBothDoTowardsAThirdIsNothingBetweenThem() {
    assertThat(companies("Norway and Sweden welcomed the truce."))
        .hasSize(2)
        .containsOnly(Company.BESIDE);
    assertThat(companies("Brazil and Chile sent aid.")).hasSize(2).containsOnly(Company.BESIDE);
  }

  @Test
  void whoCondemnsOrVetoesTogetherHasNoOtherSide() {
    for (String text :
        List.of(
            "Norway and Sweden condemned the attack.", "Brazil and Chile vetoed the resolution.")) {
      assertThat(events(text)).hasSize(2).allMatch(e -> e.source() != null && e.target() == null);
    }
  }

  @Test
  void quarrelsWithEachOtherAreTwoActs() {
    assertThat(companies("Norway and Sweden accused each other of lying."))
        .hasSize(2)
        .containsOnly(Company.ALONE);
  }

  private static List<Company> companies(String text) {
    List<Event> events = events(text);
    return events.stream().map(e -> Company.of(e, events, text)).toList();
  }

  private static List<Event> events(String text) {
    return ENTENTE.read(Document.plain("note", text)).events();
  }
}
