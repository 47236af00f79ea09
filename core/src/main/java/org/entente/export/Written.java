package org.entente.export;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a file holds.
 *
 * @param rows records written
 * @param refused how many had no place in the layout, by reason
 */
public record Written(long rows, Map<String, Long> refused) {
  /** Nothing yet. */
  public static final Written NOTHING = new Written(0, Map.of());

  public Written {
    refused = java.util.Collections.unmodifiableMap(new TreeMap<>(refused));
  }
}
