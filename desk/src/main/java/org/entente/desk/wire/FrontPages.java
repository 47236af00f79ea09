package org.entente.desk.wire;

import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.store.Query;
import org.entente.store.Store;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The front page. */
public final class FrontPages {
  private static final int NEWEST = 12;

  private final Store store;
  private final Pages pages;

  public FrontPages(Store store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  /** What is rare now, the newest articles, what comes due. */
  public ServerResponse show(ServerRequest request) {
    FrontView view = new FrontView(store.articles(Query.ALL.withPage(NEWEST, 0)));
    return pages.page(request, new Page("Front", "wire/front.jte", view));
  }
}
