package org.entente.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.text.Span;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class StatementFinderTest {
  private static final Entente ENTENTE = Entente.create();
  private static final Metadata DATED = Metadata.dated(java.time.LocalDate.of(2013, 5, 7));

  @Test
  void directSpeechGoesOnOverItsSentences() {
    String text =
        "\"We will not yield,\" the king of Gondor said. \"Our walls are high. Our stores are full.\"";
    Statement s = only(text);
    assertThat(s.kind()).isEqualTo(Statement.Kind.DIRECT);
    assertThat(s.contents())
        .extracting(c -> c.in(text))
        .containsExactly("\"We will not yield,\"", "\"Our walls are high. Our stores are full.\"");
  }

  @Test
  void reportedSpeechIsTheClause() {
    String text = "Gondor said that its walls were high.";
    Statement s = only(text);
    assertThat(s.contents().getFirst().in(text)).isEqualTo("that its walls were high");
    assertThat(s.kind()).isEqualTo(Statement.Kind.INDIRECT);
  }

  @Test
  void aCueAtTheEndReportsWhatStandsBeforeIt() {
    String text = "The road to Rohan is closed, an officer said on Friday.";
    Statement s = only(text);
    assertThat(s.contents().getFirst().in(text)).isEqualTo("The road to Rohan is closed");
  }

  @Test
  void saidWithoutContentIsNoStatement() {
    assertThat(find("The guards left and the gate was shut.")).isEmpty();
  }

  @Test
  void theAddresseeIsKept() {
    Statement s = only("Kerry told Putin that the talks should go on.");
    assertThat(s.addressee()).isNotNull();
    assertThat(s.addressee().country()).isEqualTo("RUS");
  }

  @Test
  void aStanceInWhatIsSaidIsTheSpeakersToReport() {
    List<Statement> found = find("The king said that the steward wanted to open the gate.");
    assertThat(found).extracting(Statement::inner).containsExactly(false, true);
  }

  @Test
  void speechInWhatIsSaidStaysAStatement() {
    List<Statement> found = find("The king said that the steward told the court to wait.");
    assertThat(found).hasSize(2).noneMatch(Statement::inner);
  }

  @Test
  void whatIsSaidRunsOnToTheEndOfItsSentence() {
    assertThat(contents("The king said the bridge was old, which every trader on the river knew."))
        .containsExactly("the bridge was old, which every trader on the river knew");
  }

  @Test
  void whatIsSaidEndsWhereTheArticleSpeaksAgain() {
    assertThat(contents("The king said the bridge was old, arguing that it should be closed."))
        .startsWith("the bridge was old");
    assertThat(contents("The king said he would close the bridge and warned the traders."))
        .startsWith("he would close the bridge");
  }

  @Test
  void aCueBetweenCommasLeavesTwoParts() {
    assertThat(contents("The bridge, the king said, would be closed in winter."))
        .containsExactly("The bridge", "would be closed in winter");
  }

  @Test
  void aPlaceMayStandBetweenCueAndThat() {
    assertThat(contents("The king announced in a letter to the towns that the bridge was closed."))
        .containsExactly("that the bridge was closed");
  }

  @Test
  void theAgentOfAPassiveIsTheSource() {
    String text = "The plan was endorsed by the steward.";
    Statement s = only(text);
    assertThat(s.rule()).isEqualTo("passive");
    assertThat(java.util.Objects.requireNonNull(s.source()).in(text)).isEqualTo("the steward");
    assertThat(contents(text)).containsExactly("The plan");
  }

  @Test
  void theCueHoldsTheVerbThatItCompletes() {
    String text = "The steward continued to insist that the bridge was safe.";
    assertThat(java.util.Objects.requireNonNull(only(text).cue()).in(text))
        .isEqualTo("continued to insist");
  }

  @Test
  void aQuotationThatGoesOnInTheNextParagraphIsOneStatement() {
    Statement s =
        only(
            "\"The wall will hold for another year,\" the mason told the council.\n\n"
                + "\"After that nobody can say what the river will do to it.\"\n");
    assertThat(s.contents()).hasSize(2);
  }

  @Test
  void aQuestionMarkDoesNotPartAQuotationFromItsCue() {
    assertThat(contents("\"Who will pay for the mill?\" the miller asked."))
        .containsExactly("\"Who will pay for the mill?\"");
  }

  @Test
  void whereNobodyIsNamedTheSourceStaysEmpty() {
    Statement s = only("The treasurer was accused of hiding the letters.");
    assertThat(s.source()).isNull();
    assertThat(s.rule()).isEqualTo("unnamed");
  }

  @Test
  void theNounOfALightVerbBelongsToTheCue() {
    String text = "Many farmers expressed doubts about the new tax.";
    assertThat(java.util.Objects.requireNonNull(only(text).cue()).in(text))
        .isEqualTo("expressed doubts about");
  }

  @Test
  void quotationMarksAloneCostLittleTime() {
    String marks = "\"".repeat(100_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> find(marks));
    assertThat(Quotations.in("\u201Cnever closed, and it runs on", new Span(0, 29))).hasSize(1);
  }

  private static Statement only(String text) {
    List<Statement> found = find(text);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<String> contents(String text) {
    return find(text).stream().flatMap(s -> s.contents().stream()).map(c -> c.in(text)).toList();
  }

  private static List<Statement> find(String text) {
    return ENTENTE.read(Document.plain("test", text, DATED)).statements();
  }
}
