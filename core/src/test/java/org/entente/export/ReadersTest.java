package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every layout, written of texts that break files, and read by programs that know nothing of us.
 */
class ReadersTest {
  private static final int ARTICLES = 300;

  @TempDir Path folder;

  private final Map<String, Long> rows = new TreeMap<>();

  @BeforeEach
  void write() throws Exception {
    MemoryRecords records = Samples.hostileRecords(ARTICLES);
    for (Layout layout : Layouts.all()) {
      MemoryRecords.Outcome out = records.in(layout);
      Files.write(folder.resolve(layout.name()), out.bytes());
      rows.put(layout.name(), out.written().rows());
      assertThat(out.written().rows()).as(layout.name()).isPositive();
    }
  }

  @Test
  void noTableHoldsAForbiddenByte() throws Exception {
    for (Layout layout : Layouts.all()) {
      if (layout.extension().equals("tab")) {
        String text = Files.readString(folder.resolve(layout.name()));
        assertThat(
                text.chars().filter(c -> "\"\r\0\u2028\u2029\u0085\uFEFF".indexOf(c) >= 0).count())
            .as(layout.name())
            .isZero();
        assertThat(text.split("\n")).allMatch(l -> count(l) == count(text.split("\n", 2)[0]));
      }
    }
  }

  private static long count(String line) {
    return line.chars().filter(c -> c == '\t').count();
  }

  /** The column types are those of the R package icews. */
  @Test
  void rReadsIcewsAsItsPackageDoes() throws Exception {
    Path script = folder.resolve("read.R");
    Files.writeString(
        script,
        """
        kinds <- c("integer", "Date", rep("character", 5), "numeric", rep("character", 3),
                   rep("integer", 2), rep("character", 5), rep("numeric", 2))
        x <- read.delim("icews", quote = "", comment.char = "", na.strings = "", colClasses = kinds,
                        check.names = FALSE, encoding = "UTF-8")
        stopifnot(!anyNA(x[["Event ID"]]), !anyNA(x[["Event Date"]]), !any(duplicated(x[["Event ID"]])))
        cat(nrow(x), ncol(x), sort(unique(x[["CAMEO Code"]])), class(x[["Intensity"]]))
        """);
    assertThat(RScript.run(folder, script))
        .isEqualTo(rows.get("icews") + " 20 036 040 042 043 046 111 193 194 numeric");
  }

  @Test
  void duckDbReadsTheTables() throws Exception {
    try (Duck duck = new Duck()) {
      for (String table :
          List.of("icews", "polecat", "gdelt", "gdelt-mentions", "dyads", "table", "withdrawn")) {
        boolean header = !table.startsWith("gdelt");
        assertThat(
                duck.ask(
                    "SELECT count(*) FROM read_csv('"
                        + folder.resolve(table)
                        + "', delim = '\t', quote = '', escape = '', nullstr = '', all_varchar = true,"
                        + " header = "
                        + header
                        + ")"))
            .as(table)
            .containsExactly(rows.get(table).toString());
      }
      assertThat(duck.ask("SELECT count(*) FROM read_csv('" + folder.resolve("acled") + "')"))
          .containsExactly(rows.get("acled").toString());
      for (String lines : List.of("events", "quotations")) {
        assertThat(
                duck.ask(
                    "SELECT count(*) FROM read_json('"
                        + folder.resolve(lines)
                        + "', format = 'newline_delimited')"))
            .containsExactly(rows.get(lines).toString());
      }
    }
  }

  @Test
  void pandasReadsTypesAndCounts() throws Exception {
    assumeTrue(Python.hasPandas(), "python3-pandas is not installed: this reading is skipped");
    Files.writeString(
        folder.resolve("read.py"),
        """
        import pandas as pd
        def tab(name, header, **kinds):
            x = pd.read_csv(name, sep='\\t', quoting=3, header=0 if header else None, dtype=kinds.get('dtype'),
                            keep_default_na=False, na_values=[''])
            print(name, len(x), len(x.columns))
            return x
        icews = tab('icews', True, dtype={'CAMEO Code': str, 'Event ID': 'int32'})
        assert set(icews['CAMEO Code']) >= {"040", "193"}
        tab('polecat', True, dtype={'Event ID': 'int64', 'Intensity': float})
        gdelt = tab('gdelt', False, dtype={0: 'int64', 1: 'int32', 4: float, 26: str, 29: 'int8', 30: float, 59: 'int64'})
        mentions = tab('gdelt-mentions', False, dtype={0: 'int64', 6: 'int32', 7: 'int32', 9: 'int32', 11: 'int8', 12: 'int32'})
        assert set(gdelt[0]) == set(mentions[0])
        acled = pd.read_csv('acled', dtype={'iso': str})
        assert not any(str(v)[:1] in '=+@' for v in acled['notes'].dropna())
        print('acled', len(acled), len(acled.columns))
        """);
    assertThat(Python.script(folder, "read.py").lines())
        .containsExactly(
            "icews " + rows.get("icews") + " 20",
            "polecat " + rows.get("polecat") + " 40",
            "gdelt " + rows.get("gdelt") + " 61",
            "gdelt-mentions " + rows.get("gdelt-mentions") + " 16",
            "acled " + rows.get("acled") + " 31");
  }

  @Test
  void pythonReadsWhatIsNoTable() throws Exception {
    String said =
        Python.run(
            """
            import json, sys
            at = sys.argv[1] + '/'
            lines = lambda n: [json.loads(l) for l in open(at + n, encoding='utf-8', newline='\\n')]
            events, said = lines('events'), lines('quotations')
            assert all(len(e['evidence']['exact']) == e['evidence']['end'] - e['evidence']['start'] for e in events)
            assert all(len(c['exact']) == c['end'] - c['start'] for q in said for c in q['contents'])
            geo = json.load(open(at + 'geojson', encoding='utf-8'))
            assert all(f['geometry']['type'] == 'Point' for f in geo['features'])
            notes = json.load(open(at + 'annotations', encoding='utf-8'))['items']
            assert len({n['id'] for n in notes}) == len(notes)
            graph = json.load(open(at + 'schema-org', encoding='utf-8'))['@graph']
            raw = open(at + 'icalendar', 'rb').read()
            assert all(len(l) <= 75 for l in raw.split(b'\\r\\n')) and b'\\n' not in raw.replace(b'\\r\\n', b'')
            days = raw.decode().replace('\\r\\n ', '').split('\\r\\n').count('BEGIN:VEVENT')
            print(len(events), len(said), len(geo['features']), len(notes), len(graph), days)
            """,
            folder);
    assertThat(said)
        .isEqualTo(
            String.join(
                " ",
                List.of("events", "quotations", "geojson", "annotations", "schema-org", "icalendar")
                    .stream()
                    .map(l -> rows.get(l).toString())
                    .toList()));
  }
}
