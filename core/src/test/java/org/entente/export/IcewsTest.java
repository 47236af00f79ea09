package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IcewsTest {
  @Test
  void countsWhatItWritesAndRefuses() throws Exception {
    Written written = MemoryRecords.of(Samples.events()).in("icews").written();
    assertThat(written.rows()).isEqualTo(7);
    assertThat(written.refused())
        .containsEntry("not reported as a fact: denied", 1L)
        .containsEntry("no source or no target", 1L);
  }

  @Test
  void meetingsStandInBothDirectionsOnce() throws Exception {
    ExportEvent there = Samples.events().getFirst();
    ExportEvent back = Samples.turned(there, 8);
    MemoryRecords.Outcome out = MemoryRecords.of(List.of(there, back)).in("icews");
    assertThat(out.written().rows()).isEqualTo(2);
    assertThat(out.text()).contains("\n2\t2013-05-07\tRussia\t").contains("\n16\t2013-05-07\t");
  }

  @Test
  void idsFitIntoThirtyTwoBits() {
    ExportEvent event = Samples.events().getFirst();
    assertThat(new Icews().refuses(Samples.turned(event, 1L << 30))).contains("too high");
    assertThat(new Icews().refuses(Samples.turned(event, (1L << 30) - 1))).isNull();
  }

  @Test
  void countriesAreNamedAsThere() {
    Countries countries = Countries.shipped();
    assertThat(countries.icews("RUS")).isEqualTo("Russian Federation");
    assertThat(countries.icews("FRA")).isEqualTo("France");
    assertThat(countries.icews("IGO")).isEmpty();
  }
}
