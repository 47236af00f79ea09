package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a reader from a number to its sentence, with scripts and without. */
class WalkTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromTheFrontToTheSentenceOfAnEvent(boolean scripts) {
    try (BrowserContext profile = Browser.profile(scripts, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      page.navigate(TestDesk.address() + "?on=2013-05-07");
      assertThat(page.locator("h1").textContent()).contains("2013");
      page.getByText("Russia and United States").first().click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Russia and United States");
      assertThat(page.locator(".sides .panel").count()).isEqualTo(2);
      page.locator("summary", new Page.LocatorOptions().setHasText("The numbers")).click();
      page.locator("th a", new Page.LocatorOptions().setHasText("2013-W16")).click();
      assertThat(page.url()).contains("on=2013-04-15");
      page.locator("nav[aria-label=Time] a[rel=next]").click();
      page.goBack();
      page.navigate(TestDesk.address() + "pair?a=RUS&b=USA&on=2013-05-07");
      String words = page.locator(".lanes blockquote a").first().innerText();
      page.locator(".lanes blockquote a").first().click();
      assertThat(page.url()).containsPattern("/article/[0-9]+#e[0-9]+$");
      String card = page.url().substring(page.url().indexOf('#'));
      assertThat(page.locator(card).isVisible()).isTrue();
      assertThat(page.locator(card + " .label").getAttribute("href"))
          .isEqualTo("#at-" + card.substring(1));
      assertThat(page.locator(".body").innerText()).contains(words.substring(words.length() - 12));
      assertThat(page.locator("#at-" + card.substring(1)).count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theWireFindsWordsAndMarksThem(boolean scripts) {
    try (BrowserContext profile = Browser.profile(scripts, ColorScheme.DARK)) {
      Page page = profile.newPage();
      page.navigate(TestDesk.address());
      page.locator("header input[type=search]").fill("\"S-300 missiles\"");
      page.keyboard().press("Enter");
      page.waitForURL("**/wire?words=*");
      assertThat(page.locator("mark").first().innerText()).isEqualTo("S-300 missiles");
      page.locator("input[name=actor]").fill("nobody knows him");
      page.locator("main button").click();
      assertThat(page.locator("main").innerText()).contains("Nobody is known as");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSpeakerIsReadByTopicAndDate(boolean scripts) {
    try (BrowserContext profile = Browser.profile(scripts, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      page.navigate(TestDesk.address() + "actors");
      page.locator("a", new Page.LocatorOptions().setHasText("Sergei Lavrov")).first().click();
      int all = page.locator(".quotes li").count();
      page.locator("input[name=about]").fill("rebels");
      page.locator("main button").click();
      int some = page.locator(".quotes li").count();
      assertThat(some).isPositive().isLessThan(all);
      assertThat(page.locator(".quotes").innerText()).contains("as foreign minister");
    }
  }
}
