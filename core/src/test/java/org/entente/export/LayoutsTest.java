package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.actor.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layout looks like, on readings of our own. */
class LayoutsTest {
  static List<Layout> layouts() {
    return Layouts.all().stream().filter(l -> !l.extension().equals("parquet")).toList();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void looksAsItDid(Layout layout) throws Exception {
    MemoryRecords.Outcome out = Samples.records().in(layout);
    assertThat(out.written().rows()).isPositive();
    Golden.check(layout.name() + "." + layout.extension(), out.text());
  }

  @Test
  void columnsAreAsManyAsTheFieldKnows() {
    assertThat(Icews.COLUMNS).hasSize(20).doesNotHaveDuplicates();
    assertThat(Polecat.COLUMNS).hasSize(40).doesNotHaveDuplicates();
    assertThat(GdeltEvents.COLUMNS).hasSize(61).doesNotHaveDuplicates();
    assertThat(GdeltMentions.COLUMNS).hasSize(16).doesNotHaveDuplicates();
    assertThat(Acled.COLUMNS).hasSize(31).doesNotHaveDuplicates();
  }

  @Test
  void placesLieInTheirCountryUnlessSeveralShareTheName() {
    Places places = Places.shipped();
    assertThat(places.named("Geneva")).isEqualTo(new Place("Geneva", "CHE", false));
    assertThat(places.named("the United States"))
        .isEqualTo(new Place("the United States", "USA", true));
    assertThat(places.named("Tripoli").country()).isEmpty();
    assertThat(places.named("")).isEqualTo(Place.UNKNOWN);
  }

  /** As in GDELT's own files, where 20041126 is 2004.8932 and 20131124 is 2013.8877. */
  @Test
  void theFractionOfAYearStaysBelowOne() throws Exception {
    assertThat(gdelt(LocalDate.of(2004, 11, 26), Samples.state("Syria", "SYR")).get(4))
        .isEqualTo("2004.8932");
    assertThat(gdelt(LocalDate.of(2013, 11, 24), Samples.state("Syria", "SYR")).get(4))
        .isEqualTo("2013.8877");
    assertThat(gdelt(LocalDate.of(2013, 12, 31), Samples.state("Syria", "SYR")).get(4))
        .isEqualTo("2013.9890");
  }

  @Test
  void aBodyOfSeveralStatesIsATypeOfActorInGdelt() {
    Actor nato = new Actor("NATO", Actor.Kind.ORGANISATION, "IGO", "IGO", "");
    List<String> row = gdelt(LocalDate.of(2013, 5, 7), nato);
    assertThat(row.subList(5, 15))
        .containsExactly("IGO", "NATO", "", "", "", "", "", "IGO", "", "");
  }

  private static List<String> gdelt(LocalDate day, Actor source) {
    ExportEvent event =
        Samples.between(Samples.events().getFirst(), 1, source, Samples.state("Iran", "IRN"), day);
    return new GdeltEvents().rows(event, List.of(event)).getFirst();
  }

  /** In ACLED's order of kinds, whoever acted. */
  @Test
  void kindsOfActorsStandAsInAcled() {
    assertThat(acled("194", "REB", "MIL").subList(9, 14))
        .containsExactly("Rebel group", "b", "Syria", "State forces", "State forces-Rebel group");
    assertThat(acled("20", "UAF", "CVL").get(13)).isEqualTo("Political militia-Civilians");
    assertThat(acled("20", "IGO", "CVL").get(13)).isEqualTo("External/Other forces-Civilians");
    assertThat(acled("141", "CVL", "GOV").get(13)).isEqualTo("State forces-Protesters");
    assertThat(acled("145", "CVL", "CVL").get(13)).isEqualTo("Rioters-Civilians");
    assertThat(acled("145", "CVL", "UNK").get(13)).isEqualTo("Rioters only");
  }

  private static List<String> acled(String code, String sector, String other) {
    ExportEvent kind = Samples.kind(code);
    Actor one = new Actor("a", Actor.Kind.AGENT, "SYR", sector, "");
    Actor two = new Actor("b", Actor.Kind.AGENT, "SYR", other, "");
    ExportEvent event = Samples.between(kind, 1, one, two, LocalDate.of(2013, 5, 7));
    return new Acled().rows(event, List.of(event)).getFirst();
  }

  @Test
  void codesThatBeginWithZeroStayText() throws Exception {
    assertThat(Samples.records().in("gdelt").text()).contains("\t046\t046\t04\t1\t7.0\t");
  }
}
