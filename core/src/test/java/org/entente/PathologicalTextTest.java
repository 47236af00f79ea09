package org.entente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no journalist writes: nothing breaks, nothing takes long, and all spans are exact. */
class PathologicalTextTest {
  private static final Entente ENTENTE = Entente.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "\u201C",
        "\u2018\u201C\"",
        "\u201Cno end ",
        "said ",
        "he said, \"yes\" ",
        "\u05D0\u05DE\u05E8 \u0642\u0627\u0644 \uD83D\uDE00 ",
        "according to according to ",
        "A: B: \u2014 ",
        "The envoy said, \u201CWe agree,\u201D and he added that \u201Cnothing is lost. "
      })
  void aHundredThousandCharactersAreReadInTime(String piece) throws Exception {
    String text = piece.repeat(100_000 / piece.length());
    Reading reading = CompletableFuture.supplyAsync(() -> read(text)).get(60, TimeUnit.SECONDS);
    Span whole = new Span(0, text.length());
    assertThat(reading.statements()).allMatch(s -> whole.contains(s.span()));
    assertThat(reading.events()).allMatch(e -> whole.contains(e.span()));
  }

  @Test
  void brokenPairsOfCharactersAreNoError() {
    assertThatCode(() -> read("\uD83D said \uDE00 that \uD83D\uDE00. \u202E\"x"))
        .doesNotThrowAnyException();
  }

  private static Reading read(String text) {
    return ENTENTE.read(Document.plain("odd", text, Metadata.dated(LocalDate.of(2013, 5, 7))));
  }
}
