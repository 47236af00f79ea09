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
    assertThat(companies("Norway and Sweden condemned the attack."))
        .hasSize(2)
        .containsOnly(Company.BESIDE);
    assertThat(companies("Brazil and Chile vetoed the resolution."))
        .hasSize(2)
        .containsOnly(Company.BESIDE);
  }

  @Test
  void quarrelsWithEachOtherAreTwoActs() {
    assertThat(companies("Norway and Sweden accused each other of lying."))
        .hasSize(2)
        .containsOnly(Company.ALONE);
  }

  private static List<Company> companies(String text) {
    Document document = Document.plain("note", text);
    List<Event> events = ENTENTE.read(document).events();
    return events.stream().map(e -> Company.of(e, events, document.content())).toList();
  }
}
