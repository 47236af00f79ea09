package org.entente.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.event.Figure.Bound;
import org.entente.event.Figure.Measure;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.Test;

class FigureFinderTest {
  private static final Entente ENTENTE = Entente.create();

  @Test
  void countsThoseWhoSuffer() {
    Figure killed = only("At least 1,200 people have been killed in Rohan since March 2011.");
    assertThat(killed.measure()).isEqualTo(Measure.KILLED);
    assertThat(killed.low()).isEqualTo(1200);
    assertThat(killed.bound()).isEqualTo(Bound.AT_LEAST);
    assertThat(killed.period()).isNotNull();
    assertThat(killed.period().from()).isEqualTo(LocalDate.of(2011, 3, 1));
    assertThat(only("The blast wounded 14 soldiers.").measure()).isEqualTo(Measure.WOUNDED);
    assertThat(only("Police arrested about 40 students.").bound()).isEqualTo(Bound.ABOUT);
  }

  @Test
  void readsScalesAndMoney() {
    Figure money = only("Gondor promised $2.5 million in aid.");
    assertThat(money.measure()).isEqualTo(Measure.MONEY);
    assertThat(money.low()).isEqualTo(2_500_000);
    assertThat(money.unit()).isEqualTo("USD");
  }

  @Test
  void aNumberOfSomethingElseIsNoFigure() {
    assertThat(find("The bridge has 12 arches and was built in 1802.")).isEmpty();
  }

  private static Figure only(String sentence) {
    List<Figure> found = find(sentence);
    assertThat(found).as(sentence).hasSize(1);
    return found.getFirst();
  }

  private static List<Figure> find(String sentence) {
    return ENTENTE
        .read(Document.plain("test", sentence, Metadata.dated(LocalDate.of(2013, 5, 7))))
        .figures();
  }
}
