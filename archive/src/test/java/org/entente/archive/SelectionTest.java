package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final LocalDate MAY = LocalDate.of(2013, 5, 7);

  @Test
  void keepsHostsAndWhatStandsBelowThem() {
    Selection selection = new Selection(List.of(), List.of("gazette.example"), null, null);
    assertThat(selection.keeps(null, "https://gazette.example/a")).isTrue();
    assertThat(selection.keeps(null, "https://News.Gazette.example/a")).isTrue();
    assertThat(selection.keeps(null, "https://notgazette.example/a")).isFalse();
    assertThat(selection.keeps(null, "not an address")).isFalse();
    assertThat(selection.keeps(null, null)).isFalse();
  }

  @Test
  void keepsWhatDeclaresNoLanguage() {
    Selection selection = new Selection(List.of("en"), List.of(), null, null);
    assertThat(selection.keeps("en-GB", null)).isTrue();
    assertThat(selection.keeps(null, null)).isTrue();
    assertThat(selection.keeps("fr", null)).isFalse();
    assertThat(selection.keeps("english", null)).isFalse();
  }

  @Test
  void addressesOfCrawlsHaveHostsTheirBlanksAndBarsNotwithstanding() {
    assertThat(Selection.host("https://user@News.gazette.example:8080/a b|c[1]"))
        .isEqualTo("news.gazette.example");
    assertThat(Selection.host("http://under_score.example?q")).isEqualTo("under_score.example");
    assertThat(new Selection(List.of(), List.of("Gazette.example"), null, null))
        .matches(s -> s.keeps(null, "https://gazette.example/a|b"));
    assertThat(new Selection(List.of("en-gb"), List.of(), null, null).keeps("en_GB", null))
        .isTrue();
  }

  @Test
  void aRuleThatCouldKeepNothingIsRefused() {
    for (String host : List.of("https://gazette.example/", "gazette.example/news", "", "a b")) {
      assertThatThrownBy(() -> new Selection(List.of(), List.of(host), null, null))
          .hasMessageContaining("--host");
    }
    for (String language : List.of("english", "", "e", "en,fr")) {
      assertThatThrownBy(() -> new Selection(List.of(language), List.of(), null, null))
          .hasMessageContaining("--language");
    }
  }

  @Test
  void daysAreBothWithin() {
    Selection selection = new Selection(List.of(), List.of(), MAY, MAY.plusDays(1));
    assertThat(selection.keeps(MAY)).isTrue();
    assertThat(selection.keeps(MAY.plusDays(1))).isTrue();
    assertThat(selection.keeps(MAY.plusDays(2))).isFalse();
    assertThat(selection.keeps((LocalDate) null)).isTrue();
    assertThatThrownBy(() -> new Selection(List.of(), List.of(), MAY, MAY.minusDays(1)))
        .hasMessageContaining("2013-05-07");
  }
}
