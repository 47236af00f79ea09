package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.entente.store.StoreException;
import org.junit.jupiter.api.Test;

class DeskTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theFrontPageOpensInABrowser() {
    try (Page page = Browser.page()) {
      page.navigate(TestDesk.address());
      assertThat(page.title()).isEqualTo("Front · Entente");
      assertThat(page.locator("h1").textContent()).startsWith("Week of");
    }
  }

  @Test
  void everyAnswerCarriesTheStrictPolicy() throws Exception {
    for (String path : new String[] {"", "nowhere"}) {
      HttpResponse<String> answer = get(path);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy)
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
      assertThat(policy).doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void noPageHoldsInlineScriptOrStyle() throws Exception {
    assertThat(get("").body())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("<style", " style=\"", " onclick=");
  }

  @Test
  void anUnknownAddressSaysSoInASentence() throws Exception {
    HttpResponse<String> answer = get("nowhere/at/all");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no page at this address.");
  }

  @Test
  void aFormWithoutTokenIsRefusedAndTheCookieOfItsSessionIsSafe() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(TestDesk.address()))
            .POST(BodyPublishers.ofString("words=x"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();
    HttpResponse<String> answer = client.send(post, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("load its page again").doesNotContain("Exception");
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("__Host-")
        .contains("Secure", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void aReaderGetsNoCookie() throws Exception {
    assertThat(get("").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aBrokenRequestIsRefusedWithoutATrace() throws Exception {
    HttpResponse<String> answer = get("%00");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "at org.");
  }

  @Test
  void aPartThatIsNoTextIsSaidInASentence() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(TestDesk.address() + "wire?words=%E0%A4%41")).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("has a part that cannot be read");
  }

  @Test
  void aTakenPortIsSaidInASentence() {
    int port = URI.create(TestDesk.address()).getPort();
    assertThatThrownBy(() -> TestDesk.startAt(port))
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("port " + port + " is taken");
  }

  @Test
  void aMissingStoreIsSaidInASentence() {
    assertThatThrownBy(() -> Desk.start(DeskSettings.of("/nonexistent/none.db")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("there is no store");
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create(TestDesk.address() + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
