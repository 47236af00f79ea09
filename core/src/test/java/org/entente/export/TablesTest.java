package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table of events, read back by Python's csv module. */
class TablesTest {
  @TempDir Path folder;

  static List<TableLayout> layouts() {
    return List.of(new Icews(), new Polecat(), new GdeltEvents(), new GdeltMentions(), new Acled());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void brokenTextBreaksNoTable(TableLayout layout) throws Exception {
    List<ExportEvent> events = Samples.hostile(500);
    MemoryRecords.Outcome out = MemoryRecords.of(events).in(new TableFile(layout, ""));
    assertThat(out.written().rows()).isGreaterThanOrEqualTo(events.size() / 2);
    Path file = folder.resolve("table");
    Files.write(file, out.bytes());
    String forbidden =
        layout.form() == TableWriter.Form.TAB ? "\"\r\0\u2028\u0085\uFEFF" : "\r\0\t";
    assertThat(out.text().chars().filter(c -> forbidden.indexOf(c) >= 0).count()).isZero();
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
    long lines = out.written().rows() + (layout.hasHeader() ? 1 : 0);
    assertThat(read).isEqualTo(lines + " " + lines + " " + layout.columns().size() + " 0");
  }
}
