package org.entente.desk;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium, started once for all tests of a JVM. Tests are skipped where it is missing.
 */
public final class Browser {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static com.microsoft.playwright.@org.jspecify.annotations.Nullable Browser browser;

  private Browser() {}

  /** A fresh profile with nothing in it; close it at the end. */
  public static BrowserContext profile(boolean scripts, ColorScheme scheme) {
    return browser()
        .newContext(new NewContextOptions().setJavaScriptEnabled(scripts).setColorScheme(scheme));
  }

  /** A page in a fresh profile, with scripts, light; close its context at the end. */
  public static Page page() {
    return profile(true, ColorScheme.LIGHT).newPage();
  }

  /** A page of a member who has just signed in by the form; close its context at the end. */
  public static Page signedIn(Desk desk, String name, boolean scripts) {
    Page page = profile(scripts, ColorScheme.LIGHT).newPage();
    signIn(page, desk, name);
    return page;
  }

  /** A fresh profile of a test's own. */
  public static BrowserContext profile(NewContextOptions options) {
    return browser().newContext(options);
  }

  /** Signs a member in by the form. */
  public static void signIn(Page page, Desk desk, String name) {
    page.navigate(desk.address() + "sign-in");
    page.fill("[name=who]", name);
    page.fill("[name=password]", Visitor.PASSWORD);
    page.press("[name=password]", "Enter");
    page.waitForURL(desk.address().toString());
  }

  private static synchronized com.microsoft.playwright.Browser browser() {
    Assumptions.assumeTrue(
        Files.isExecutable(CHROMIUM),
        "Debian's chromium is not installed (apt-get install chromium)");
    if (browser == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(CHROMIUM)
                      .setArgs(
                          List.of(
                              "--no-sandbox",
                              "--disable-gpu",
                              "--disable-quic",
                              "--no-first-run",
                              "--disable-background-networking",
                              "--disable-component-update",
                              "--disable-sync")));
    }
    return browser;
  }
}
