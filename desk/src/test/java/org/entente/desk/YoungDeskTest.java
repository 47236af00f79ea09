package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Role;
import org.junit.jupiter.api.Test;

/** What somebody sees who has just begun: nothing, an article without a day, a few days. */
class YoungDeskTest {
  private static final String MET =
      "John Kerry met Vladimir Putin in Moscow. Russia threatened Georgia with sanctions.";

  @Test
  void anEmptyDeskSaysSoAndWhatToDo() {
    try (Desk desk = TestDesk.over()) {
      assertThat(Visitor.at(desk).get("/").body())
          .contains("Nothing has been read yet", "There was no pair to look at")
          .doesNotContain("read up to", "href=\"/sources\"");
      Visitor ada = Visitor.signedIn(desk, "Ada", Role.CONTRIBUTOR);
      assertThat(ada.get("/").body()).contains("under <a href=\"/sources\">Sources</a>");
      assertThat(ada.get("/wire").body())
          .contains("Nothing has been read yet")
          .doesNotContain("Loosen a filter");
      assertThat(ada.get("/review").body()).contains("No coding waits for a check");
      assertThat(ada.get("/actors").body()).contains("Nobody acts or speaks");
    }
  }

  @Test
  void articlesWithoutADayAreNotPassedOver() {
    try (Desk desk = TestDesk.over(Document.plain("one", MET, Metadata.NONE))) {
      assertThat(Visitor.at(desk).get("/").body().replaceAll("\\s+", " "))
          .contains(
              "Nothing that was read has a day. 1 article without one stands on <a href=\"/wire\"")
          .doesNotContain("Nothing has been read", "read up to");
    }
  }

  @Test
  void aDeskOfOneDayLeadsNowhereInVain() {
    Metadata day = Metadata.dated(LocalDate.of(2013, 5, 7));
    try (Desk desk = TestDesk.over(Document.plain("one", MET, day))) {
      Visitor anybody = Visitor.at(desk);
      var rare = anybody.get("/rare?on=2013-05-12");
      assertThat(rare.statusCode()).isEqualTo(303);
      assertThat(anybody.get(rare.headers().firstValue("location").orElseThrow()).body())
          .contains("Nor was any pair rare in the half year before")
          .doesNotContain("href=\"/rare");
      assertThat(anybody.get("/actor?key=GEO").body()).doesNotContain("/speaker?name=GEO");
    }
  }

  @Test
  void aChartOfAFewDaysGoesIntoADraft() {
    Metadata day = Metadata.dated(LocalDate.of(2013, 5, 7));
    try (Desk desk = TestDesk.over(Document.plain("one", MET, day))) {
      Visitor ada = Visitor.signedIn(desk, "Ada", Role.CONTRIBUTOR);
      String form = "/insert?kind=series&one=RUS&other=USA&by=week&on=2013-05-06";
      assertThat(ada.get(form).statusCode()).isEqualTo(200);
      assertThat(ada.get(form).body()).contains("Agreement and tension between");
    }
  }

  @Test
  void aHeadlineFromRightToLeftStandsAsItIsRead() {
    Metadata hebrew =
        new Metadata("לברוב נפגש עם קרי (2013)", null, "Haifa Post", null, null, null);
    try (Desk desk = TestDesk.over(Document.plain("one", MET, hebrew));
        Page page = Browser.page()) {
      page.navigate(desk.address() + "article/1");
      Object direction = page.locator("h1").evaluate("h => getComputedStyle(h).direction");
      assertThat(direction).isEqualTo("rtl");
      page.navigate(desk.address() + "wire");
      direction = page.locator(".story h3 a").evaluate("h => getComputedStyle(h).direction");
      assertThat(direction).isEqualTo("rtl");
    }
  }
}
