package org.entente.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void plainTextIsItsOwnOriginal() {
    Text text = Text.verbatim("Arnor");

    assertThat(text.original(new Span(1, 3))).isEqualTo(new Span(1, 3));
  }

  @Test
  void cleanedCharactersLeadBack() {
    String original = "a&amp;b";
    Text text = Text.cleaning(original).keep(0, 1).append('&', 1, 6).keep(6, 7).build();

    assertThat(text.cleaned()).isEqualTo("a&b");
    assertThat(text.original(new Span(1, 2)).in(original)).isEqualTo("&amp;");
    assertThat(text.original(new Span(0, 3))).isEqualTo(new Span(0, 7));
    assertThat(text.original(new Span(3, 3))).isEqualTo(new Span(7, 7));
    assertThatThrownBy(() -> text.original(new Span(0, 4)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aSpanWithoutBlanksIsWithin() {
    String text = " \u00A0Arnor\n";

    assertThat(new Span(0, text.length()).strip(text).in(text)).isEqualTo("Arnor");
    assertThat(new Span(0, 2).strip(text).isEmpty()).isTrue();
  }

  @Test
  void evidenceNeverCutsACharacterInTwo() {
    String text = "😀".repeat(40);
    Evidence evidence = Evidence.of("d", Evidence.hash(text), text, new Span(40, 42));

    assertThat(evidence.exact()).isEqualTo("😀");
    assertThat(evidence.before()).isEqualTo("😀".repeat(16));
    assertThat(evidence.after()).isEqualTo("😀".repeat(16));
    assertThat(CodePoints.of(text).at(40)).isEqualTo(20);
  }
}
