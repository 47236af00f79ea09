package org.entente.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RSS, Atom or JSON Feed that was read. Without items it is empty, which is no fault of it.
 *
 * @param title as declared, or null
 * @param items in the feed's own order; one without text holds only its problem
 */
public record Feed(@Nullable String title, List<Item> items) {
  public Feed {
    items = List.copyOf(items);
  }
}
