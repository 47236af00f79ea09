package org.entente.desk.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command palette: by keyboard alone, clean for axe, and what it asks the desk. */
class PaletteTest {
  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = TestDesk.fresh();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static List<String> found(String words) {
    HttpResponse<String> answer = Visitor.at(desk).get("/find?words=" + words);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode found = JsonMapper.shared().readTree(answer.body()).get("found");
    return found
        .valueStream()
        .map(f -> f.get("kind").asString() + " " + f.get("name").asString())
        .toList();
  }

  @Test
  void wordsLeadToActorsSpeakersPairsCodesAndStories() {
    assertThat(found("russia").getFirst()).isEqualTo("actor Russia");
    assertThat(found("RUS").getFirst()).isEqualTo("actor Russia");
    assertThat(found("lavr")).contains("speaker Sergei Lavrov");
    assertThat(found("united+states+and+russ")).contains("pair Russia and United States");
    assertThat(found("usa+rus")).contains("pair Russia and United States");
    assertThat(found("consult")).contains("code 040 Consult");
    assertThat(found("conference")).anyMatch(f -> f.startsWith("story "));
    assertThat(found("xyzzy")).isEmpty();
    assertThat(found("%3Cscript%3E")).isEmpty();
    assertThat(found("s").size()).isLessThanOrEqualTo(16);
  }

  @Test
  void everyPlaceIsThere() {
    for (String words : List.of("russia", "lavrov", "syria+turkey", "consult", "conference")) {
      HttpResponse<String> answer = Visitor.at(desk).get("/find?words=" + words);
      JsonMapper.shared()
          .readTree(answer.body())
          .get("found")
          .valueStream()
          .map(f -> f.get("href").asString())
          .forEach(h -> assertThat(Visitor.at(desk).get(h).statusCode()).as(h).isEqualTo(200));
    }
  }

  @Test
  void tooMuchIsRefusedAndWhatIsKeptCostsNothing() {
    assertThat(Visitor.at(desk).get("/find").statusCode()).isEqualTo(400);
    assertThat(Visitor.at(desk).get("/find?words=" + "a".repeat(101)).statusCode()).isEqualTo(400);
    try (Desk own = TestDesk.fresh()) {
      Visitor reader = Visitor.at(own);
      int refused = 0;
      for (int i = 0; i < 200 && refused == 0; i++) {
        refused = reader.get("/find?words=word" + i).statusCode() == 429 ? i : 0;
      }
      assertThat(refused).isEqualTo(120);
      assertThat(reader.get("/find?words=word3").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void byKeyboardAlone() throws Exception {
    try (BrowserContext profile = Browser.profile(true, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      page.navigate(desk.address() + "calendar");
      page.keyboard().press("Control+k");
      Locator field = page.locator("[role=combobox]");
      assertThat(field.evaluate("f => f === document.activeElement")).isEqualTo(true);
      assertThat(page.locator("[role=option]").count()).isGreaterThan(7);
      page.keyboard().type("russia united");
      page.locator("[role=option][data-href='/pair?a=RUS&b=USA']").waitFor();
      shoot(page);
      assertThat(serious(page)).isEqualTo(List.of());
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(serious(page)).isEqualTo(List.of());
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowUp");
      assertThat(field.getAttribute("aria-activedescendant"))
          .isEqualTo(page.locator("[aria-selected=true]").getAttribute("id"));
      page.keyboard().press("Enter");
      page.waitForURL("**/pair?*");
      page.keyboard().press("Control+k");
      page.keyboard().type("codeb");
      page.locator("[role=option]:has-text('Codebook')").waitFor();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog").isVisible()).isFalse();
      page.keyboard().press("Meta+k");
      page.keyboard().type("codeb");
      page.keyboard().press("Enter"); // before the answer is there
      page.waitForURL("**/codebook");
    }
  }

  private static Object serious(Page page) throws Exception {
    try (InputStream in = PaletteTest.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return page.evaluate(
        "axe.run().then(r => r.violations.filter(v => ['serious','critical'].includes(v.impact))"
            + ".map(v => v.id + ' at ' + v.nodes.map(n => n.target)))");
  }

  /** {@code -Dpictures=FOLDER} keeps what it looks like. */
  private static void shoot(Page page) {
    String folder = System.getProperty("pictures");
    if (folder != null) {
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (int width : new int[] {390, 1600, 1024}) {
          page.setViewportSize(width, 800);
          Path file = Path.of(folder, "palette." + width + "." + scheme + ".png");
          page.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
      }
    }
  }
}
