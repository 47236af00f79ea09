package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout, read back by Python's csv module. */
class TablesTest {
  @TempDir Path folder;

  static List<TableLayout> layouts() {
    return List.of(new Icews());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void brokenTextBreaksNoTable(TableLayout layout) throws Exception {
    List<ExportEvent> events = Samples.hostile(500);
    StringBuilder out = new StringBuilder();
    TableExport export = TableExport.write(layout, events, out);
    assertThat(export.rows()).isGreaterThanOrEqualTo(events.size());
    Path file = folder.resolve("table");
    Files.writeString(file, out);
    String forbidden =
        layout.form() == TableWriter.Form.TAB ? "\"\r\0\u2028\u0085\uFEFF" : "\r\0\t";
    assertThat(out.chars().filter(c -> forbidden.indexOf(c) >= 0).count()).isZero();
    String read =
        Python.run(
            """
            import csv, sys
            rows = list(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''),
                delimiter='\\t' if sys.argv[2] == 'TAB' else ',',
                quoting=csv.QUOTE_NONE if sys.argv[2] == 'TAB' else csv.QUOTE_MINIMAL))
            lines = open(sys.argv[1], 'rb').read().count(b'\\n')
            formulas = sum(c[:1] in '=+@' for r in rows for c in r if c)
            print(len(rows), lines, *sorted({len(r) for r in rows}),
                formulas if sys.argv[2] == 'CSV' else 0)
            """,
            file,
            layout.form());
    long lines = export.rows() + (layout.hasHeader() ? 1 : 0);
    assertThat(read).isEqualTo(lines + " " + lines + " " + layout.columns().size() + " 0");
  }
}
