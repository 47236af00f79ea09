package org.entente.desk.watch;

import org.entente.desk.Fault;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits;
import org.entente.desk.RateLimits.Limit;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The link by which whoever reads an address agrees to get the mails of a watch. Opening it shows a
 * button and does nothing, because programs that check mails open links too. The pages tell neither
 * whose watch it is nor what it looks for.
 */
public final class ConsentPages {
  private final Consent consent;
  private final Pages pages;
  private final RateLimits limits;

  public ConsentPages(Consent consent, Pages pages, RateLimits limits) {
    this.consent = consent;
    this.pages = pages;
    this.limits = limits;
  }

  /** A button. */
  public ServerResponse show(ServerRequest request) {
    String secret = secret(request);
    if (!consent.holds(secret)) {
      throw worthless(request);
    }
    return page(request, secret);
  }

  /** The button was pressed. */
  public ServerResponse agree(ServerRequest request) {
    if (!consent.agree(secret(request))) {
      throw worthless(request);
    }
    return page(request, "");
  }

  private String secret(ServerRequest request) {
    limits.check(Limit.JOIN, RateLimits.machine(request));
    return request.pathVariable("ticket");
  }

  private Fault worthless(ServerRequest request) {
    limits.count(Limit.JOIN, RateLimits.machine(request));
    return Fault.missing("This link was used or has ended; ask for another.");
  }

  private ServerResponse page(ServerRequest request, String secret) {
    ConsentView view = new ConsentView(secret);
    return pages.page(request, new Page("Mails of a watch", "watch/consent.jte", view));
  }
}
