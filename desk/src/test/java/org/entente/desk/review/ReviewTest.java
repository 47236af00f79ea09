package org.entente.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.relation.ActorKey;
import org.entente.store.Correction;
import org.entente.store.Query;
import org.entente.store.Reviews;
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

  private static StoredEvent unchecked(int number) {
    return TestDesk.store(desk).events(Query.ALL).stream()
        .filter(e -> e.verdict() == null && e.type().code().equals("040"))
        .filter(e -> e.source() != null && e.target() != null)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static StoredEvent now(StoredEvent event) {
    return new Reviews(TestDesk.store(desk)).event(event.id()).orElseThrow();
  }

  private static Map<String, String> form(StoredEvent event, String verdict) {
    return new HashMap<>(
        Map.of(
            "verdict", verdict,
            "code", event.type().code(),
            "status", event.status().word(),
            "source", Objects.requireNonNull(event.source()).name(),
            "target", Objects.requireNonNull(event.target()).name()));
  }

  @Test
  void whoCorrectsOneMoreThingLosesNothingOfTheFirstCorrection() {
    StoredEvent event = unchecked(0);
    String page = "/review/" + event.id();
    Map<String, String> first = form(event, "changed");
    first.put("code", "036");
    assertThat(
            Visitor.signedIn(desk, "Dora", Role.CONTRIBUTOR).post(page, page, first).statusCode())
        .isEqualTo(303);
    Map<String, String> second = form(now(event), "changed");
    second.put("status", "hoped");
    assertThat(
            Visitor.signedIn(desk, "Emil", Role.CONTRIBUTOR).post(page, page, second).statusCode())
        .isEqualTo(303);

    assertThat(now(event).type().code()).isEqualTo("036");
    assertThat(now(event).status().word()).isEqualTo("hoped");
  }

  @Test
  void acceptedAfterACorrectionItStaysCorrectedAndOneButtonTakesThatBack() {
    StoredEvent event = unchecked(0);
    String page = "/review/" + event.id();
    Visitor fay = Visitor.signedIn(desk, "Fay", Role.CONTRIBUTOR);
    Map<String, String> change = form(event, "changed");
    change.put("code", "036");
    fay.post(page, page, change);
    fay.post(page, page, Map.of("verdict", "accepted"));
    assertThat(now(event).type().code()).isEqualTo("036");
    assertThat(fay.get(page).body()).contains("The machine said", "Undo: the machine was right");

    fay.post(page, page, Map.of("verdict", "restored"));
    assertThat(now(event).type().code()).isEqualTo("040");
    assertThat(now(event).verdict()).isEqualTo(Correction.Verdict.ACCEPTED);
  }

  @Test
  void whoWasOvertakenIsToldSoAndNothingIsOverwritten() {
    StoredEvent event = unchecked(0);
    String page = "/review/" + event.id();
    Map<String, String> first = form(event, "changed");
    first.put("code", "036");
    first.put("seen", "0");
    Visitor.signedIn(desk, "Gus", Role.CONTRIBUTOR).post(page, page, first);
    Visitor late = Visitor.signedIn(desk, "Hal", Role.CONTRIBUTOR);
    HttpResponse<String> answer =
        late.post(
            page, page, Map.of("verdict", "rejected", "seen", "0", "reason", "they never met"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Your check was not kept: Gus", "they never met");
    assertThat(now(event).verdict()).isEqualTo(Correction.Verdict.CHANGED);
    assertThat(late.post(page, page, Map.of("verdict", "rejected", "seen", "1")).statusCode())
        .isEqualTo(303);
  }

  @Test
  void onlyContributorsCheck() {
    assertThat(Visitor.at(desk).get("/review").statusCode()).isEqualTo(303);
    assertThat(Visitor.at(desk).get("/checks").statusCode()).isEqualTo(200);
    Visitor member = Visitor.signedIn(desk, "Ben", Role.MEMBER);
    assertThat(member.get("/review").statusCode()).isEqualTo(403);
  }
}
