package org.entente.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our own table: every event with its status, nothing left out. */
public final class EventTable implements TableLayout {
  @Override
  public String name() {
    return "table";
  }

  @Override
  public List<String> columns() {
    return EventColumn.ALL.stream().map(EventColumn::name).toList();
  }

  @Override
  public @Nullable String refuses(ExportEvent event) {
    return null;
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    return List.of(EventColumn.ALL.stream().map(c -> c.text(event)).toList());
  }
}
