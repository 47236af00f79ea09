package org.entente.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Items pulled one at a time, so that an archive of any size is read in the memory of one document.
 * Not thread-safe.
 */
interface Items extends Closeable {
  /** The next item, or null after the last. */
  @Nullable Item next() throws IOException;

  @Override
  default void close() throws IOException {}

  /** Items that are known already. */
  static Items of(Item... items) {
    return of(Arrays.asList(items));
  }

  /** Items that are known already. */
  static Items of(List<Item> items) {
    Iterator<Item> rest = items.iterator();
    return () -> rest.hasNext() ? rest.next() : null;
  }
}
