package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static String words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
  }

  private static double alike(String one, String other) {
    long[] a = Fingerprint.of(one, List.of(new Span(0, one.length())));
    long[] b = Fingerprint.of(other, List.of(new Span(0, other.length())));
    return IntStream.range(0, Fingerprint.SIZE).filter(i -> a[i] == b[i]).count()
        / (double) Fingerprint.SIZE;
  }

  @Test
  void estimatesTheShareOfCommonRuns() {
    assertThat(alike(words(0, 400), words(0, 400))).isEqualTo(1);
    assertThat(alike(words(0, 400), words(0, 360))).isBetween(0.75, 1.0);
    assertThat(alike(words(0, 400), words(200, 600))).isBetween(0.1, 0.6);
    assertThat(alike(words(0, 400), words(400, 800))).isZero();
  }

  @Test
  void ofAFewWordsThereIsNone() {
    assertThat(Fingerprint.of("too few words", List.of(new Span(0, 13)))).isEmpty();
  }
}
