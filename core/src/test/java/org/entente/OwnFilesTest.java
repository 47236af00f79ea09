package org.entente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.event.CodebookExamples;
import org.entente.event.Event;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acts and actors of a user's own, and the grammar of rules on invented countries. */
class OwnFilesTest {
  private static final Entente INVENTED =
      Entente.create(Path.of(System.getProperty("entente.root"), "eval/invented"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Gondor bombed a village in Rohan. | 195 XGO XRO",
        "A village in Rohan was bombed by Gondor. | 195 XGO XRO",
        "Gondorian air strikes on Edoras angered the king. | 195 XGO XRO",
        "Rohan, which was bombed by Mordor, thanked Gondor. | 051 XRO XGO",
        "Gondor agreed to send weapons to Rohan. | 0332 XGO XRO",
        "Rohan is expected to visit Gondor. | 036 XRO XGO",
        "Mordor was forced to withdraw its troops from Gondor. | 0874 XMO XGO",
        "Arnor vetoed the plan of Rohan and denounced Mordor. | 111 XAR XMO",
        "Talks between Gondor and Rohan began. | 040 XGO XRO",
        "Rohan did not release the Gondorian envoy. | 1243 XRO XGO",
        "Gondor urged Rohan to withdraw its troops and to release prisoners. | 0253 XGO XRO",
        "Mordor threatened to invade Arnor. | 1382 XMO XAR"
      })
  void rulesAreForClassesAndNotForNames(String sentence, String wanted) {
    List<String> coded = INVENTED.events(sentence).stream().map(OwnFilesTest::brief).toList();
    assertThat(coded).as(sentence).contains(wanted);
  }

  @Test
  void reciprocalActsAreOneEventForEachOrderedPair() {
    assertThat(INVENTED.events("Gondor and Rohan held talks.").stream().map(OwnFilesTest::brief))
        .containsExactlyInAnyOrder("040 XGO XRO", "040 XRO XGO");
  }

  @Test
  void anObjectThatIsNoActorIsNoTarget() {
    assertThat(INVENTED.events("Gondor criticised the harvest.").stream().map(OwnFilesTest::brief))
        .containsExactly("111 XGO -");
  }

  @Test
  void anOfficeIsHeldByWhoeverHeldItThatDay() throws Exception {
    Files.writeString(
        folder.resolve("people.tsv"),
        "Faramir of Ithilien\tXGO\tGOV\t\tsteward 2001 2010\nDenethor Hurin\tXGO\tGOV\t\tsteward 1980 2000\n");
    Files.copy(
        Path.of(System.getProperty("entente.root"), "eval/invented/states.tsv"),
        folder.resolve("states.tsv"));
    Files.writeString(folder.resolve("agents.tsv"), "GOV\tsteward\n");
    Entente own = Entente.create(folder);
    String text = "The Gondorian steward visited Rohan.";
    Reading early = own.read(Document.plain("a", text, Metadata.dated(LocalDate.of(1999, 3, 1))));
    Reading late = own.read(Document.plain("b", text, Metadata.dated(LocalDate.of(2005, 3, 1))));
    assertThat(source(early)).isEqualTo("Denethor Hurin, steward");
    assertThat(source(late)).isEqualTo("Faramir of Ithilien, steward");
  }

  @Test
  void anOwnActIsCodedAndChecked() throws Exception {
    Files.writeString(folder.resolve("acts.tsv"), "toast\t051\tsupport\tbeneficiary\ttoast\t\n");
    Files.writeString(folder.resolve("examples.tsv"), "051\tFRA\tITA\tFrance toasted Italy.\n");
    Entente own = Entente.create(folder);
    assertThat(own.events("Chile toasted Peru.").stream().map(OwnFilesTest::brief))
        .containsExactly("051 CHL PER");
    assertThat(CodebookExamples.load(folder).check(own::events)).isEmpty();
  }

  @Test
  void everyErrorOfABrokenFileIsNamedWithItsLine() throws Exception {
    Files.writeString(
        folder.resolve("acts.tsv"), "a\t999\tsupport\t\tsing\t\nb\t998\tsupport\t\tdance\t\n");
    assertThatThrownBy(() -> Entente.create(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("acts.tsv:1: code '999' is not in types.tsv")
        .hasMessageContaining("acts.tsv:2: code '998' is not in types.tsv");
  }

  private static String source(Reading reading) {
    Event event = reading.events().getFirst();
    return event.source() == null
        ? "-"
        : event.source().actor().name() + ", " + event.source().actor().office();
  }

  private static String brief(Event e) {
    String source = e.source() == null ? "-" : e.source().actor().country();
    String target = e.target() == null ? "-" : e.target().actor().country();
    return e.type().code() + " " + source + " " + target;
  }
}
