package org.entente.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records that a test made. */
record MemoryRecords(List<ArticleRecord> articles) implements Records {
  /** Articles of events alone. */
  static MemoryRecords of(List<ExportEvent> events) {
    Map<Long, List<ExportEvent>> byArticle = new TreeMap<>();
    for (ExportEvent event : events) {
      byArticle.computeIfAbsent(event.article().id(), a -> new java.util.ArrayList<>()).add(event);
    }
    return new MemoryRecords(
        byArticle.values().stream()
            .map(of ->
                new ArticleRecord(of.getFirst().article(), of, List.of(), List.of(), List.of()))
            .toList());
  }

  @Override
  public Heading heading(Selection selection) {
    return new Heading(
        "1-samples", "7.7.0", selection, List.of(2013), Map.of(YearMonth.of(2013, 5), 2L));
  }

  @Override
  public void each(Selection selection, long after, Reader reader) throws IOException {
    for (ArticleRecord article : articles) {
      if (article.article().id() > after) {
        reader.take(article);
      }
    }
  }

  /** What a layout makes of them. */
  Outcome in(Layout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Written written = Exports.write(layout, this, Selection.ALL, out);
    return new Outcome(out.toByteArray(), written);
  }

  Outcome in(String layout) throws IOException {
    return in(Layouts.named(layout).orElseThrow());
  }

  record Outcome(byte[] bytes, Written written) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
