package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The documents stay true: their links lead somewhere, and every dependency has its line in NOTICE.
 */
class DocumentsOfTheProjectTest {
  private static final Path ROOT = Path.of(System.getProperty("entente.root"));
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "ARCHITECTURE.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md",
          "docs/codebook.md",
          "docs/parser.md",
          "docs/exports.md",
          "docs/rarity.md",
          "docs/accuracy.md",
          "docs/performance.md",
          "docs/desk.md",
          "docs/security.md");

  @Test
  void linksLeadSomewhere() throws Exception {
    Pattern link = Pattern.compile("\\]\\(([^)#]+)\\)");
    List<String> broken = new ArrayList<>();
    for (String name : DOCUMENTS) {
      Path document = ROOT.resolve(name);
      Matcher found = link.matcher(Files.readString(document));
      while (found.find()) {
        boolean outside = found.group(1).startsWith("http");
        if (!outside && !Files.exists(document.resolveSibling(found.group(1)))) {
          broken.add(name + ": " + found.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyDependencyHasItsLineInTheNotice() throws Exception {
    String notice = Files.readString(ROOT.resolve("NOTICE"));
    Pattern dependency =
        Pattern.compile(
            "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");
    List<String> missing = new ArrayList<>();
    for (String pom :
        List.of(
            "pom.xml",
            "core/pom.xml",
            "store/pom.xml",
            "desk/pom.xml",
            "cli/pom.xml",
            "archive/pom.xml")) {
      Matcher found = dependency.matcher(Files.readString(ROOT.resolve(pom)));
      while (found.find()) {
        String name = found.group(1) + ":" + found.group(2);
        if (!found.group(1).equals("org.entente") && !notice.contains(name)) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theFiveLinesOfTheReadmeDoWhatTheySay() {
    Entente entente = Entente.create();
    assertThat(entente.events("Russia vetoed a resolution of the Security Council."))
        .extracting(e -> e.type().code())
        .containsExactly("129");
  }
}
