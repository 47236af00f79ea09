package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  @Test
  void codesThatBeginWithZeroStayText() throws Exception {
    assertThat(Samples.records().in("gdelt").text()).contains("\t046\t046\t04\t1\t7.0\t");
  }
}
