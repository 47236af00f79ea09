package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.entente.store.Role;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cookies are Secure: over plain http nobody signs in from elsewhere, and is told so. */
class SecureCookiesTest {
  private static Optional<String> warning(String address, String site) {
    URI named = site == null ? null : URI.create(site);
    return new DeskSettings("x.db", address, 1, false, named).warning();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,",
    "::,",
    "192.0.2.7,",
    "desk.example.org,",
    "127.0.0.1, http://desk.example.org/",
    "0.0.0.0, http://localhost/",
    "0.0.0.0, http://192.0.2.7:8087/"
  })
  void whoServesOverHttpIsTold(String address, String site) {
    assertThat(warning(address, site))
        .hasValueSatisfying(w ->
            assertThat(w)
                .contains("Nobody can sign in from another machine over http", "--site https://")
                .doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,",
    "localhost,",
    "::1,",
    "127.0.0.1, http://localhost:8087/",
    "127.0.0.1, https://desk.example.org/",
    "0.0.0.0, https://desk.example.org/"
  })
  void whereSigningInWorksNothingIsSaid(String address, String site) {
    assertThat(warning(address, site)).isEmpty();
  }

  @Test
  void aBrowserElsewhereKeepsNoCookieAndThePageSaysWhy() throws Exception {
    String number = numberOfThisMachine();
    try (Desk desk = TestDesk.listeningOn("0.0.0.0");
        Page page = Browser.page()) {
      Visitor.member(desk, "Ada", Role.MEMBER);
      page.navigate("http://" + number + ":" + desk.address().getPort() + "/sign-in");
      page.fill("[name=who]", "Ada");
      page.fill("[name=password]", Visitor.PASSWORD);
      page.press("[name=password]", "Enter");
      page.waitForSelector("h1:has-text('Forbidden')");
      assertThat(page.locator("main").textContent())
          .contains("Your browser sent no cookie of the desk.", "over https only");
      assertThat(page.context().cookies()).isEmpty();
    }
  }

  @Test
  void aFormFromAnOlderSessionIsToldApart() {
    try (Desk desk = TestDesk.fresh()) {
      Visitor ada = Visitor.signedIn(desk, "Ada", Role.MEMBER);
      assertThat(ada.post("/watches", Map.of("words", "x"), "old").body())
          .contains("the form is from an older session")
          .doesNotContain("no cookie");
    }
  }

  /** One that is not loopback. */
  private static String numberOfThisMachine() throws Exception {
    Optional<String> number =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .findFirst();
    Assumptions.assumeTrue(number.isPresent(), "this machine has no address but loopback");
    return number.orElseThrow();
  }
}
