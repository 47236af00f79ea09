package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds no serious or critical fault on any page, light and dark. */
class AccessibilityTest {
  private static final List<String> PAGES =
      List.of(
          "?on=2013-05-07",
          "wire?words=conference",
          "article/311",
          "pairs",
          "pair?a=RUS&b=USA&on=2013-05-07",
          "pair?a=SYR/REB&b=SYR&by=month",
          "actors",
          "actor?key=RUS",
          "speaker?name=Sergei+Lavrov",
          "calendar",
          "network",
          "codebook",
          "nowhere");

  private static final String ASK =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
      """;

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void noPageHasASeriousFault(ColorScheme scheme) throws Exception {
    String axe = axe();
    List<String> faults = new ArrayList<>();
    try (BrowserContext profile = Browser.profile(true, scheme)) {
      Page page = profile.newPage();
      for (String path : PAGES) {
        page.navigate(TestDesk.address() + path);
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        page.evaluate(axe);
        if (page.evaluate(ASK) instanceof List<?> found) {
          found.forEach(f -> faults.add(path + " " + f));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static String axe() throws Exception {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      assertThat(in).as("axe.min.js").isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
