package org.entente.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class TransitionParserTest {
  private static final TransitionParser PARSER = TransitionParser.load();

  @Test
  void findsSubjectAndObject() {
    Sentence s = one("The Arnorian president met the foreign minister of Gondor on Tuesday.");
    int met = token(s, "met");
    assertThat(s.root()).isEqualTo(met);
    assertThat(s.form(s.child(met, Relation.NSUBJ))).isEqualTo("president");
    assertThat(s.form(s.child(met, Relation.OBJ))).isEqualTo("minister");
    assertThat(s.lemma(met)).isEqualTo("meet");
  }

  @Test
  void findsThePassive() {
    Sentence s = one("Gondor was attacked by rebels near the border.");
    int attacked = token(s, "attacked");
    assertThat(s.relation(token(s, "Gondor"))).isEqualTo(Relation.NSUBJ_PASS);
    assertThat(s.head(token(s, "rebels"))).isEqualTo(attacked);
  }

  @Test
  void splitsSentencesAndKeepsAbbreviations() {
    assertThat(
            sentences(
                "The U.S. envoy met Mr. Baggins in the Shire. He left on Jan. 5. Talks go on!"))
        .containsExactly(
            "The U.S. envoy met Mr. Baggins in the Shire.", "He left on Jan. 5.", "Talks go on!");
  }

  @Test
  void quotationAndItsCueAreOneSentence() {
    assertThat(sentences("\"We will not yield.\" he said. \"Never!\" she added."))
        .containsExactly("\"We will not yield.\" he said.", "\"Never!\" she added.");
  }

  @Test
  void hardLineBreaksAreSpaces() {
    assertThat(one("The\nUnited States urged Gondor\nto talk.").form(1)).isEqualTo("United");
  }

  @Test
  void aNameIsNotPartOfTheOfficeBeforeIt() {
    Sentence s = one("The king and U.S. Secretary of State John Kerry met for two days.");
    assertThat(s.head(token(s, "John"))).isEqualTo(token(s, "king"));
    assertThat(s.head(token(s, "Secretary"))).isEqualTo(token(s, "John"));
  }

  private static Sentence one(String text) {
    List<Sentence> sentences = PARSER.parse(text, new Span(0, text.length()));
    assertThat(sentences).hasSize(1);
    return sentences.getFirst();
  }

  private static List<String> sentences(String text) {
    List<String> found = new ArrayList<>();
    PARSER.parse(text, new Span(0, text.length())).forEach(s -> found.add(s.span().in(text)));
    return found;
  }

  private static int token(Sentence s, String form) {
    for (int i = 0; i < s.size(); i++) {
      if (s.form(i).equals(form)) {
        return i;
      }
    }
    throw new AssertionError("no token " + form + " in\n" + s);
  }
}
