package org.entente.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.relation.ActorKey;
import org.entente.store.Query;
import org.entente.store.Role;
import org.entente.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static Desk desk;

  @BeforeAll
  static void start() {
    desk = TestDesk.fresh();
    Visitor.member(desk, "Ada", Role.CONTRIBUTOR);
  }

  @AfterAll
  static void stop() {
    desk.close();
  }

  private static void waitFor(Page page, String id) {
    page.waitForURL("**done=" + id);
  }

  private static String shown(Page page) {
    return page.locator("form.judge").getAttribute("action").replace("/review/", "");
  }

  @Test
  void acceptedByKeyItIsKeptWithWhoAndTheNextOneShows() {
    try (Page page = Browser.signedIn(desk, "Ada", true)) {
      page.navigate(desk.address() + "review");
      String id = shown(page);
      page.keyboard().press("a");
      waitFor(page, id);

      assertThat(page.locator(".done").textContent()).contains("accepted");
      assertThat(shown(page)).isNotEqualTo(id);
      page.navigate(desk.address() + "review/" + id);
      assertThat(page.locator("table.checks").textContent()).contains("Ada", "accepted");
    }
  }

  @Test
  void correctedWithoutScriptsTheEventIsAnotherAndTheReasonIsKept() {
    try (Page page = Browser.signedIn(desk, "Ada", false)) {
      page.navigate(desk.address() + "review?order=rare");
      String id = shown(page);
      page.fill("[name=code]", "036");
      page.selectOption("[name=status]", "hoped");
      page.fill("[name=source]", "Russia");
      page.fill("[name=target]", "United States");
      page.fill("fieldset [name=reason]", "they only hope <b>so</b>");
      page.press("fieldset [name=reason]", "Enter");
      waitFor(page, id);
      page.navigate(desk.address() + "review/" + id);

      assertThat(page.locator(".coded").textContent())
          .contains("036", "hoped", "Russia", "United States", "changed");
      assertThat(page.locator("table.checks").textContent()).contains("they only hope <b>so</b>");
      page.navigate(desk.address() + "checks");
      assertThat(page.locator(".lead").textContent()).contains("checked", "95");
    }
  }

  @Test
  void aCorrectionThatCannotBeIsSaidInASentence() {
    try (Page page = Browser.signedIn(desk, "Ada", true)) {
      page.navigate(desk.address() + "review?order=unseen");
      page.fill("[name=source]", "Nobody Whosoever");
      page.press("[name=source]", "Enter");
      page.waitForLoadState();

      assertThat(page.locator("main").textContent())
          .contains("The store knows nobody called 'Nobody Whosoever'");
    }
  }

  @Test
  void aRejectedEventLeavesItsPairAtOnceAndTheRateStandsUnderTheChart() {
    List<ActorKey> pair = List.of(ActorKey.parse("RUS"), ActorKey.parse("USA"));
    StoredEvent event =
        TestDesk.store(desk).events(Query.ALL.withActors(pair)).stream()
            .filter(e -> e.counted() && e.verdict() == null)
            .findFirst()
            .orElseThrow();
    Visitor cleo = Visitor.signedIn(desk, "Cleo", Role.CONTRIBUTOR);
    String acts = "/pair/acts.csv?a=RUS&b=USA&on=" + event.day();
    long before = cleo.get(acts).body().lines().count();
    String page = "/review/" + event.id();
    assertThat(cleo.post(page, page, Map.of("verdict", "rejected")).statusCode()).isEqualTo(303);

    assertThat(cleo.get(acts).body().lines().count()).isEqualTo(before - 1);
    assertThat(cleo.get("/pair?a=RUS&b=USA&on=" + event.day()).body())
        .contains("that people checked", "interval");
  }

  @Test
  void onlyContributorsCheck() {
    assertThat(Visitor.at(desk).get("/review").statusCode()).isEqualTo(303);
    assertThat(Visitor.at(desk).get("/checks").statusCode()).isEqualTo(200);
    Visitor member = Visitor.signedIn(desk, "Ben", Role.MEMBER);
    assertThat(member.get("/review").statusCode()).isEqualTo(403);
  }
}
