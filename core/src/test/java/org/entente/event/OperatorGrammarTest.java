package org.entente.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of acts under operators, on countries that no file of the project knows. */
class OperatorGrammarTest {
  private static final Entente ENTENTE =
      Entente.create(Path.of(System.getProperty("entente.root"), "eval/invented"));
  private static final LocalDate WEDNESDAY = LocalDate.of(2021, 6, 9);

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "0256 XAR XGO : Arnor urged Gondor not to attack the harbour.",
        "0254 XAR XGO : Arnor asked Gondor not to impose sanctions on Rohan.",
        "020 XAR XGO : Arnor begged Gondor not to supply weapons to the rebels.",
        "1056 XAR XGO : Arnor demanded that Gondor not bomb the bridges.",
        "0356 XAR XGO : Arnor promised not to attack Gondor.",
        "134 XAR XGO : Arnor threatened not to meet Gondor.",
      })
  void whatIsNotToBeDoneIsNoRefusalOfTheOneWhoAsks(String coded, String sentence) {
    assertThat(brief(sentence)).containsExactly(coded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Arnor warned Gondor not to invade Rohan.",
        "Arnor warned Gondor against invading Rohan.",
        "Arnor warned Gondor on Monday against an invasion.",
      })
  void whoWarnsOfAnActOfTheOtherDoesNotThreatenWithIt(String sentence) {
    assertThat(brief(sentence)).containsExactly("130 XAR XGO");
  }

  @Test
  void whoWarnsOfAnActOfHisOwnThreatensWithIt() {
    assertThat(brief("Arnor warned that it would bomb Gondor.")).containsExactly("1384 XAR XGO");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "0256 XAR XGO : Arnor urged Gondor to accept a ceasefire.",
        "020 XAR XGO : Arnor urged Gondor to accept it.",
        "026 XAR XGO : Arnor urged Gondor to agree to talks.",
      })
  void whoIsAskedToAgreeIsAskedForTheAct(String coded, String sentence) {
    assertThat(brief(sentence)).containsExactly(coded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The step of Arnor was no concession to Gondor.",
        "Arnor has not yet sent weapons to Gondor.",
        "Arnor and Gondor were to blame.",
        "Arnor called elections on Tuesday.",
      })
  void whatIsNotSaidIsNotCoded(String sentence) {
    assertThat(brief(sentence)).isEmpty();
  }

  @Test
  void whyAndWhenIsNotWhatIsStopped() {
    assertThat(brief("Arnor suspended its mission in Gondor because of the fighting."))
        .noneMatch(e -> e.startsWith("087"));
  }

  @Test
  void thoseWhoJudgeTogetherDoNotJudgeEachOther() {
    assertThat(brief("Arnor and Gondor opposed the text."))
        .containsExactly("120 XAR -", "120 XGO -");
    assertThat(brief("Arnor and Gondor accused each other of lies."))
        .containsExactlyInAnyOrder("112 XAR XGO", "112 XGO XAR");
  }

  @Test
  void whatIsDiscussedIsNotSpokenTo() {
    assertThat(brief("Arnor discussed Rohan with Gondor.")).containsExactly("040 XAR XGO");
  }

  @Test
  void theDayOfAnAgreementIsNotThatOfWhatIsAgreed() {
    assertThat(dated("Arnor and Gondor agreed on Monday to meet on Friday."))
        .isEqualTo(DateRange.on(WEDNESDAY.plusDays(2)));
    assertThat(dated("Arnor agreed on Monday to send food to Gondor."))
        .isEqualTo(DateRange.on(WEDNESDAY.minusDays(2)));
  }

  private static List<String> brief(String sentence) {
    return events(sentence).stream()
        .map(e -> e.type().code() + " " + country(e.source()) + " " + country(e.target()))
        .toList();
  }

  private static @Nullable DateRange dated(String sentence) {
    return events(sentence).getFirst().date();
  }

  private static List<Event> events(String sentence) {
    return ENTENTE.read(Document.plain("test", sentence, Metadata.dated(WEDNESDAY))).events();
  }

  private static String country(@Nullable Participant participant) {
    return participant == null ? "-" : participant.actor().country();
  }
}
