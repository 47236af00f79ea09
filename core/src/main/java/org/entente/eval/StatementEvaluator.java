package org.entente.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.Entente;
import org.entente.codebook.DataFile;
import org.entente.source.Document;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Statements against {@code statements.tsv}: exact F1 of sources, cues and contents; an item
 * without wants none.
 */
final class StatementEvaluator {
  private final Entente entente;

  StatementEvaluator(Entente entente) {
    this.entente = entente;
  }

  Map<String, Double> measure(Path gold) throws IOException {
    int[][] counts = new int[3][3];
    for (DataFile.Row row : Gold.rows(gold.resolve("statements.tsv"), 4)) {
      String text = row.column(3);
      List<Statement> found = entente.read(Document.plain("gold", text)).statements();
      add(counts[0], row.column(0), found.stream().map(s -> words(s.source(), text)).toList());
      add(counts[1], row.column(1), found.stream().map(s -> words(s.cue(), text)).toList());
      add(counts[2], row.column(2), found.stream().map(s -> contents(s, text)).toList());
    }
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("statements.source", Gold.f1(counts[0][0], counts[0][1], counts[0][2]));
    measures.put("statements.cue", Gold.f1(counts[1][0], counts[1][1], counts[1][2]));
    measures.put("statements.content", Gold.f1(counts[2][0], counts[2][1], counts[2][2]));
    return measures;
  }

  private static String contents(Statement s, String text) {
    return String.join(" … ", s.contents().stream().map(c -> c.in(text)).toList());
  }

  private static String words(@Nullable Span span, String text) {
    return span == null ? "" : span.in(text);
  }

  private static void add(int[] counts, String wanted, List<String> found) {
    List<String> named = found.stream().filter(f -> !f.isEmpty()).toList();
    counts[0] += !wanted.isEmpty() && named.contains(wanted) ? 1 : 0;
    counts[1] += named.size();
    counts[2] += wanted.isEmpty() ? 0 : 1;
  }
}
