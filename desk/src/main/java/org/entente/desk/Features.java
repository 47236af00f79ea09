package org.entente.desk;

import org.entente.desk.wire.FrontPages;
import org.entente.store.Store;

/**
 * The pages of each feature, wired by hand.
 *
 * @param front the front page
 */
record Features(FrontPages front) {
  static Features of(Store store, Pages pages) {
    return new Features(new FrontPages(store, pages));
  }
}
