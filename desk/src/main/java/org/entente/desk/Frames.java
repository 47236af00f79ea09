package org.entente.desk;

import java.security.Principal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerRequest;

/** Makes the frame of a page from its request. */
final class Frames {
  private final DeskSettings settings;
  private final Assets assets;

  Frames(DeskSettings settings, Assets assets) {
    this.settings = settings;
    this.assets = assets;
  }

  boolean demo() {
    return settings.demo();
  }

  Frame of(ServerRequest request, String title) {
    String reader = request.principal().map(Principal::getName).orElse(null);
    return new Frame(
        title,
        request.path(),
        Navigation.of(request),
        reader,
        settings.demo(),
        LocaleWords.of(request.servletRequest().getLocale()),
        assets,
        () -> (CsrfToken) request.servletRequest().getAttribute(CsrfToken.class.getName()));
  }
}
