package org.entente.desk;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.entente.store.Role;
import org.entente.store.StoredWatch;
import org.entente.store.WatchMails;
import org.entente.store.Watches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages of checking, sources and watches: no serious fault of accessibility, no page that scrolls
 * sideways.
 */
@Tag("slow")
class WorkPagesTest {
  private static final int[] WIDTHS = {390, 1024, 1600};
  private static final String AXE =
      "() => axe.run(document, {resultTypes: ['violations']}).then(r => r.violations"
          + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
          + ".map(v => v.id + ' ' + v.nodes[0].html))";

  @TempDir private Path folder;

  @Test
  void axeFindsNothingSeriousInLightAndDark() throws Exception {
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    try (Receiver server = new Receiver();
        Desk desk = TestDesk.fresh(new Outside(fetch, MailSettings.NONE, folder, false))) {
      List<String> paths = fill(desk, server);
      SoftAssertions softly = new SoftAssertions();
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (BrowserContext profile = Browser.profile(true, scheme)) {
          Page page = profile.newPage();
          Browser.signIn(page, desk, "Ada");
          for (String path : paths) {
            look(page, desk, path, softly);
          }
          shoot(page, scheme, paths, desk);
        }
      }
      softly.assertAll();
    }
  }

  private static void look(Page page, Desk desk, String path, SoftAssertions softly)
      throws Exception {
    page.navigate(desk.address().resolve(path).toString());
    page.evaluate(axe());
    softly.assertThat((List<?>) page.evaluate(AXE)).as(path).isEmpty();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      Object over = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
      softly
          .assertThat(((Number) over).intValue())
          .as(path + " at " + width)
          .isLessThanOrEqualTo(0);
    }
  }

  /** Pictures for whoever wants to look: -Dentente.pictures=FOLDER. */
  private static void shoot(Page page, ColorScheme scheme, List<String> paths, Desk desk) {
    String pictures = System.getProperty("entente.pictures");
    for (String path : pictures == null ? List.<String>of() : paths) {
      page.navigate(desk.address().resolve(path).toString());
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + width + "-" + scheme + ".png";
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of(pictures, name)).setFullPage(true));
      }
    }
  }

  /** The link that the address of the watch was sent. */
  private static String consent(Desk desk) {
    WatchMails mails = new WatchMails(TestDesk.store(desk));
    StoredWatch watch = new Watches(TestDesk.store(desk)).all().getFirst();
    return "/confirm/watch/" + mails.ask(watch, Duration.ofDays(1)).orElseThrow();
  }

  private static String axe() throws Exception {
    try (InputStream in = WorkPagesTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Something of everything, and where it is shown. */
  private static List<String> fill(Desk desk, Receiver server) throws Exception {
    Visitor ada = Visitor.signedIn(desk, "Ada", Role.EDITOR);
    String event = "/review/1";
    ada.post("/review", event, Map.of("verdict", "accepted", "reason", "As the minister said."));
    ada.post(
        "/review",
        "/review/2",
        Map.of(
            "verdict",
            "changed",
            "code",
            "036",
            "status",
            "hoped",
            "source",
            "Russia",
            "target",
            "United States",
            "reason",
            "Only hoped."));
    server.put(
        "/fine",
        Receiver.Answer.of(
            "text/xml", "<rss><channel><title>An Empty Gazette</title></channel></rss>"));
    for (String feed : List.of("/fine", "/dead")) {
      ada.post("/sources", "/sources/feeds", Map.of("address", server.address() + feed));
    }
    String given = "";
    for (String word : List.of("condemned", "praised")) {
      String text = "Moscow answers\n\nRussia " + word + " the United States on Tuesday.";
      given =
          ada.post(
                  "/sources/paste",
                  "/sources/paste",
                  Map.of("text", text, "address", "https://gazette.example/a"))
              .headers()
              .firstValue("Location")
              .orElseThrow();
    }
    ada.post(
        "/watches",
        "/watches",
        Map.of(
            "name",
            "Moscow and Washington",
            "a",
            "Russia",
            "b",
            "United States",
            "rare",
            "on",
            "mail",
            "ada@example.org",
            "hook",
            server.address() + "/hook"));
    ada.post(
        "/sources/paste",
        "/sources/paste",
        Map.of(
            "text",
            "Talks\n\nRussia praised the United States on Wednesday.",
            "address",
            "https://gazette.example/b"));
    TestDesk.watching(desk).look();
    String versions = ada.get(given).body().replaceAll("(?s).*href=\"(/versions/[0-9]+)\".*", "$1");
    return List.of(
        "/review",
        "/review/2",
        "/checks",
        "/sources",
        "/sources/paste",
        given,
        versions,
        "/watches",
        "/watches/1",
        "/watches/1/edit",
        consent(desk),
        "/wire?actor=Russia&other=United+States&code=04&from=2013-01-01",
        "/pair?a=RUS&b=USA");
  }
}
