package org.entente.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of the field that events can be written as. Implementations are stateless. */
public interface TableLayout {
  /** The word that a user chooses it by. */
  String name();

  default TableWriter.Form form() {
    return TableWriter.Form.TAB;
  }

  /** Whether the file begins with the names of the columns. */
  default boolean hasHeader() {
    return true;
  }

  List<String> columns();

  /** Why an event has no place in this layout, in a few words; null when it has one. */
  @Nullable String refuses(ExportEvent event);

  /**
   * The rows for an event.
   *
   * @param article all events of its article that this layout does not refuse
   */
  List<List<String>> rows(ExportEvent event, List<ExportEvent> article);
}
