package org.entente.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;
import org.entente.codebook.EventType;

/**
 * Types, modes and contexts as POLECAT has them, where our codebook keeps an older or a finer term.
 * Immutable; source in the data file's head.
 */
final class PolecatTerms {
  private static final PolecatTerms SHIPPED = new PolecatTerms();

  private final Map<String, String> terms = new HashMap<>();

  private PolecatTerms() {
    String path = "/org/entente/export/polecat-terms.tsv";
    for (Row row : DataFile.resource(PolecatTerms.class, path, 3).rows()) {
      terms.put(row.column(0) + " " + row.column(1), row.column(2));
    }
  }

  static PolecatTerms shipped() {
    return SHIPPED;
  }

  String type(EventType type) {
    return terms.getOrDefault("type " + type.plover(), type.plover());
  }

  /** Empty where it has none. */
  String mode(EventType type) {
    return terms.getOrDefault("mode " + type.plover() + "/" + type.mode(), type.mode());
  }

  List<String> contexts(EventType type) {
    return type.contexts().stream().map(c -> terms.getOrDefault("context " + c, c)).toList();
  }
}
