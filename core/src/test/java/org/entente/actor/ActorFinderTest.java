package org.entente.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.Test;

class ActorFinderTest {
  private static final Entente ENTENTE = Entente.create();

  @Test
  void placesAndSeatsOfPowerStandForTheirState() {
    assertThat(country("The Kremlin was silent.", "The Kremlin")).isEqualTo("RUS");
    assertThat(country("Damascus agreed.", "Damascus")).isEqualTo("SYR");
  }

  @Test
  void aRoleTakesTheCountryOfItsModifier() {
    assertThat(country("The Kenyan foreign minister spoke.", "The Kenyan foreign minister"))
        .isEqualTo("KEN");
    assertThat(country("Police in Athens waited.", "Police")).isEqualTo("GRC");
    assertThat(country("Moscow's envoy to the U.N. spoke.", "Moscow's envoy")).isEqualTo("RUS");
  }

  @Test
  void joinedAdjectivesAreSeveralActors() {
    assertThat(mentions("Turkish and Greek officers met.", LocalDate.of(2001, 1, 1)))
        .filteredOn(m -> m.span().in("Turkish and Greek officers met.").contains("officers"))
        .extracting(m -> m.actor().country())
        .containsExactlyInAnyOrder("TUR", "GRC");
  }

  @Test
  void anOfficeIsThatOfTheDay() {
    assertThat(office("John Kerry spoke.", LocalDate.of(2013, 5, 7)))
        .isEqualTo("secretary of state");
    assertThat(office("John Kerry spoke.", LocalDate.of(2019, 5, 7)))
        .isEqualTo("former secretary of state");
  }

  @Test
  void pronounsMeanWhoWasSpokenOf() {
    String text = "Hungary said it will stay.";
    assertThat(country(text, "it")).isEqualTo("HUN");
  }

  private static String office(String text, LocalDate day) {
    return mentions(text, day).getFirst().actor().office().replaceAll("^(U\\.S\\. |US )", "");
  }

  private static String country(String text, String words) {
    return mentions(text, LocalDate.of(2010, 6, 1)).stream()
        .filter(m -> m.span().in(text).equals(words))
        .map(m -> m.actor().country())
        .findFirst()
        .orElse("nobody");
  }

  private static List<Mention> mentions(String text, LocalDate day) {
    return ENTENTE
        .read(Document.plain("test", text, Metadata.dated(day)))
        .articles()
        .getFirst()
        .mentions()
        .all();
  }
}
