package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entente.desk.watch.MailSettings;
import org.entente.source.Fetch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * axe-core finds no serious or critical fault on any page of the table of routes, light and dark,
 * and none is wider than its window. A route that is added is looked at by itself.
 */
@Tag("slow")
class AccessibilityTest {
  private static final int[] WIDTHS = {390, 1024, 1600};

  private static final String ASK =
      """
      async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))
      """;

  @TempDir private static Path folder;
  private static Receiver server;
  private static Desk desk;
  private static Exhibits exhibits;

  @BeforeAll
  static void open() throws Exception {
    server = new Receiver();
    Fetch fetch = Fetch.allowing(InetAddress::isLoopbackAddress);
    desk = TestDesk.fresh(new Outside(fetch, MailSettings.NONE, folder, false));
    exhibits = Exhibits.on(desk, server);
  }

  @AfterAll
  static void close() throws Exception {
    desk.close();
    server.close();
  }

  /**
   * Addresses of all routes that answer with a page.
   *
   * @param open those that everybody may read, or those that only some may
   */
  private static List<String> pages(boolean open) {
    Set<String> pages = new LinkedHashSet<>();
    for (Route route : desk.part(Routes.class).table()) {
      if (route.method().equals(HttpMethod.GET) && (route.access() == Access.EVERYONE) == open) {
        Visitor visitor = open ? Visitor.at(desk) : exhibits.reader();
        exhibits.of(route).stream().filter(p -> isPage(visitor, p)).forEach(pages::add);
      }
    }
    return List.copyOf(pages);
  }

  private static boolean isPage(Visitor visitor, String path) {
    HttpResponse<String> answer = visitor.get(path);
    if (answer.statusCode() == 303) {
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .as(path)
          .doesNotStartWith("/sign-in");
      return false;
    }
    assertThat(answer.statusCode()).as(path).isIn(path.contains("nowhere") ? 404 : 200);
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  @Test
  void whatEverybodyReadsHasNoSeriousFault() throws Exception {
    List<String> faults = new ArrayList<>();
    try (BrowserContext profile = profile()) {
      look(profile.newPage(), "", pages(true), faults);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatMembersSeeHasNoSeriousFault() throws Exception {
    List<String> faults = new ArrayList<>();
    List<String> all = new ArrayList<>(pages(false));
    for (Route route : desk.part(Routes.class).table()) {
      if (Set.of("/posts/{year}/{month}/{name}", "/article/{id}", "/pair")
          .contains(route.pattern())) {
        all.add(exhibits.of(route).getFirst()); // they show members more
      }
    }
    try (BrowserContext profile = profile()) {
      Page page = profile.newPage();
      Browser.signIn(page, desk, Exhibits.READER);
      look(page, "in-", all, faults);
    }
    assertThat(faults).isEmpty();
  }

  private static BrowserContext profile() {
    return Browser.profile(new NewContextOptions());
  }

  private static void look(Page page, String who, List<String> paths, List<String> faults)
      throws Exception {
    String axe = axe();
    for (String path : paths) {
      page.navigate(desk.address().resolve(path).toString());
      pictures(page, who + path);
      page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        Object over =
            page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) over).intValue() > 0) {
          faults.add(path + " is " + over + " px too wide at " + width);
        }
      }
      page.evaluate(axe);
      for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        if (page.evaluate(ASK) instanceof List<?> found) {
          found.forEach(f -> faults.add(path + " " + scheme + " " + f));
        }
      }
    }
  }

  /** {@code -Dpictures=FOLDER} keeps what it looks like, on paper too. */
  private static void pictures(Page page, String path) {
    String pictures = System.getProperty("pictures");
    if (pictures == null) {
      return;
    }
    String name = path.replaceAll("[^A-Za-z0-9]+", "-");
    String wanted = System.getProperty("pictures.of", "");
    if (!name.matches(wanted.isEmpty() ? ".*" : wanted)) {
      return;
    }
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : WIDTHS) {
        page.setViewportSize(width, 900);
        String file = name + "." + width + "." + scheme + ".png";
        page.screenshot(
            new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, file)));
      }
    }
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(Path.of(pictures, name + ".pdf")));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  @Test
  void onAPhoneTheMenuOpensWithoutScripts() {
    try (BrowserContext profile = Browser.profile(false, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      Browser.signIn(page, desk, Exhibits.READER);
      page.setViewportSize(390, 800);
      Locator masthead = page.locator(".masthead");
      assertThat(masthead.boundingBox().height).isLessThan(72);
      Locator members = masthead.locator("a[href='/members']");
      assertThat(members.isVisible()).isFalse();
      masthead.locator("summary").click();
      members.click();
      assertThat(page.url()).endsWith("/members");
      page.setViewportSize(1600, 900);
      assertThat(masthead.locator("summary").isVisible()).isFalse();
      assertThat(members.isVisible()).isTrue();
    }
  }

  @Test
  void onPaperEverythingIsOpenAndBlackAndWithoutNavigation() {
    try (BrowserContext profile = Browser.profile(false, ColorScheme.DARK)) {
      Page page = profile.newPage();
      page.navigate(desk.address() + "article/311");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
      assertThat(page.locator(".card dt:has-text('Rule')").first().isVisible()).isTrue();
      assertThat(page.locator(".masthead nav").isVisible()).isFalse();
      assertThat(page.locator(".no-print").first().isVisible()).isFalse();
      assertThat(page.evaluate("getComputedStyle(document.querySelector('h1')).color"))
          .isEqualTo("rgb(0, 0, 0)");
      page.navigate(desk.address() + "pair?a=RUS&b=USA&on=2013-05-07");
      assertThat(page.locator(".event-line .print-only").first().isVisible()).isTrue();
      assertThat(page.locator("main form").first().isVisible()).isFalse();
    }
  }

  private static String axe() throws Exception {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      assertThat(in).as("axe.min.js").isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
