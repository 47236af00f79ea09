package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package, loaded by its own scripts: with pandas, R and DuckDB. */
class DataPackageTest {
  private static final int HOSTILE = 400;

  @TempDir Path folder;

  private Map<String, Written> written = Map.of();

  @BeforeEach
  void write() throws Exception {
    List<ArticleRecord> all = new ArrayList<>(Samples.records().articles());
    for (ArticleRecord article : MemoryRecords.of(Samples.hostile(HOSTILE)).articles()) {
      if (article.article().id() > 12) {
        all.add(article);
      }
    }
    written = new DataPackage(new MemoryRecords(all), Selection.ALL, folder).write();
  }

  @Test
  void pandasLoadsIt() throws Exception {
    assumeTrue(Python.hasPandas(), "python3-pandas is not installed: this reading is skipped");
    String said = Python.script(folder, "load.py");
    assertThat(said.lines().map(l -> l.replaceAll("^(\\w+ \\d+).*", "$1")))
        .containsExactlyInAnyOrderElementsOf(counts());
    assertThat(said)
        .contains(
            " event_id:Int64 ", " day:datetime64[ns] ", " code:string ", " goldstein:float64 ");
  }

  @Test
  void rLoadsIt() throws Exception {
    String said = RScript.run(folder, folder.resolve("load.R"));
    assertThat(said.lines().map(l -> l.strip().replaceAll("^(\\w+ \\d+).*", "$1")))
        .containsExactlyInAnyOrderElementsOf(counts());
    assertThat(said)
        .contains(" event_id:integer ", " day:Date ", " code:character ", " goldstein:numeric ");
  }

  @Test
  void duckDbLoadsIt() throws Exception {
    try (Duck duck = new Duck()) {
      String sql = Files.readString(folder.resolve("load.sql"));
      duck.run(sql.replaceAll("'([a-z]+\\.(?:tab|parquet|jsonl))'", "'" + folder + "/$1'"));
      List<String> found = new ArrayList<>();
      for (String table : List.of("events", "dyads", "quotations", "withdrawn")) {
        found.add(table + " " + duck.ask("SELECT count(*) FROM " + table).getFirst());
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(counts());
      assertThat(duck.ask("SELECT code FROM events WHERE event_id = 1")).containsExactly("046");
      assertThat(duck.ask("SELECT ccode1 FROM dyads WHERE iso3_1 = 'RUS'")).contains("365");
    }
  }

  @Test
  void whatItSaysOfItselfIsTrue() throws Exception {
    for (String line : Files.readAllLines(folder.resolve("SHA256SUMS"))) {
      Path file = folder.resolve(line.substring(66));
      assertThat(DataPackage.PackageFile.of(file).sha256()).isEqualTo(line.substring(0, 64));
    }
    String description = Files.readString(folder.resolve("datapackage.json"));
    assertThat(description)
        .contains("{\"name\":\"exact\",\"type\":\"string\"")
        .contains("\"licence\":\"LicenseRef-publisher\"");
    assertThat(folder.toFile().list()).noneMatch(n -> n.endsWith(".part"));
  }

  /** The same members, and twice the same bytes; nothing is left beside it. */
  @Test
  void theSameAsOneFile(@TempDir Path beside) throws Exception {
    MemoryRecords records = new MemoryRecords(Samples.records().articles());
    Path one = beside.resolve("one.zip");
    Path other = beside.resolve("other.zip");
    Written rows = new PackageZip().write(records, Selection.ALL, one);
    new PackageZip().write(records, Selection.ALL, other);
    assertThat(other).hasSameBinaryContentAs(one);
    assertThat(beside.toFile().list()).containsExactlyInAnyOrder("one.zip", "other.zip");
    new DataPackage(records, Selection.ALL, folder).write();
    try (ZipFile zip = new ZipFile(one.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(folder.toFile().list());
      for (ZipEntry member : Collections.list(zip.entries())) {
        assertThat(zip.getInputStream(member).readAllBytes())
            .isEqualTo(Files.readAllBytes(folder.resolve(member.getName())));
      }
    }
    assertThat(rows.rows()).isGreaterThan(10);
  }

  private List<String> counts() {
    return List.of(
        "events " + written.get("events.tab").rows(),
        "dyads " + written.get("dyads.tab").rows(),
        "withdrawn " + written.get("withdrawn.tab").rows(),
        "quotations " + written.get("quotations.jsonl").rows());
  }
}
