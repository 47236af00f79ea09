package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.entente.store.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a newcomer: the demo's rare pair, its week, an event, its sentence, a correction. */
class DemoWalkTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromTheRarePairToItsSentenceAndACorrectionThatCounts(boolean scripts) {
    try (Desk desk = TestDesk.demo()) {
      Visitor.member(desk, "Ada", Role.CONTRIBUTOR);
      Page page = Browser.signedIn(desk, "Ada", scripts);
      page.navigate(desk.address().toString());
      assertThat(page.locator("main").textContent()).contains("The demo opens at the last week");
      page.locator("ul.rare a").first().click();
      Locator sides = page.locator(".sides .panel");
      String side = sides.locator(".tag.tense").count() > 0 ? "tense" : "agree";
      Locator rare = side.equals("tense") ? sides.last() : sides.first();
      assertThat(rare.locator(".tag." + side).textContent()).isEqualTo("rare");
      String pair = page.url();
      int before = count(rare);

      page.locator(".lanes li.event-line:not(.uncounted):has(.tag." + side + ") blockquote a")
          .first()
          .click();
      page.waitForURL("**/article/*#e*");
      String event = page.url().substring(page.url().indexOf("#e") + 2);
      assertThat(page.locator("#at-e" + event).first().isVisible()).isTrue();
      page.locator("#e" + event + " a[href='/review/" + event + "']").click();
      assertThat(page.locator(".quoted mark").textContent()).isNotBlank();
      page.fill("form.judge [name=reason]", "the sentence does not say so");
      page.locator("form.judge [value=rejected]").click();
      page.waitForURL("**done=" + event);

      page.navigate(pair);
      assertThat(count(rare)).isEqualTo(before - 1);
      assertThat(page.locator(".error-rate").first().textContent()).contains("1 was wrong");
      page.context().close();
    }
  }

  /** Of "Tension: 4 events". */
  private static int count(Locator side) {
    return Integer.parseInt(side.locator("h2").textContent().replaceAll("\\D", ""));
  }
}
