package org.entente.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.Entente;
import org.junit.jupiter.api.Test;

class CodebookTest {
  private static final Entente ENTENTE = Entente.create();
  private static final Pattern EXAMPLE =
      Pattern.compile("(?m)^(\\d{2,4}) ([A-Z]{3}|-) ([A-Z]{3}|-): (.+)$");

  @Test
  void everyRuleHasAnExampleAndEveryExampleIsCodedAsItSays() {
    assertThat(CodebookExamples.load().check(ENTENTE::events)).isEmpty();
  }

  @Test
  void theExamplesOfTheDocumentAreCodedAsItSays() throws Exception {
    String document =
        Files.readString(Path.of(System.getProperty("entente.root"), "docs/codebook.md"));
    Matcher example = EXAMPLE.matcher(document);
    int examples = 0;
    while (example.find()) {
      examples++;
      List<String> coded =
          ENTENTE.events(example.group(4)).stream().map(CodebookTest::brief).toList();
      assertThat(coded)
          .as(example.group(4))
          .contains(example.group(1) + " " + example.group(2) + " " + example.group(3));
    }
    assertThat(examples).isGreaterThanOrEqualTo(12);
  }

  private static String brief(Event e) {
    return e.type().code() + " " + country(e.source()) + " " + country(e.target());
  }

  private static String country(@org.jspecify.annotations.Nullable Participant participant) {
    return participant == null || participant.actor().country().isEmpty()
        ? "-"
        : participant.actor().country();
  }
}
