package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.entente.Entente;
import org.entente.digest.Digest;
import org.entente.digest.DigestJson;
import org.entente.digest.Digested;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark within this process. */
@Tag("slow")
class RunTest {
  private static final Selection ALL = new Selection(List.of(), List.of(), null, null);
  private static final String VERSION = Entente.create().version();
  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    spark =
        RunCommand.configured(SparkSession.builder().master("local[2]"))
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private Path run(String out, long slice, long batch, String... inputs) throws Exception {
    return run(out, ALL, slice, batch, line -> {}, inputs);
  }

  private Path run(
      String out,
      Selection selection,
      long slice,
      long batch,
      Consumer<String> progress,
      String... inputs)
      throws Exception {
    var configuration = spark.sparkContext().hadoopConfiguration();
    List<Slice> slices =
        new Listing(configuration, folder.resolve(out).toString(), slice).of(Arrays.asList(inputs));
    Path to = folder.resolve(out);
    Plan plan = new Plan(VERSION, selection, false, true, Plan.batches(slices, batch));
    try (Workplace place = new Workplace(to.toString(), configuration)) {
      new Run(spark, place, progress).run(plan);
    }
    return to;
  }

  private void same(Path one, Path other) {
    assertThat(Corpus.tables(one)).contains("documents", "events").isEqualTo(Corpus.tables(other));
    for (String table : Corpus.tables(one)) {
      if (!table.equals("problems")) {
        assertThat(Corpus.rows(spark, one, table))
            .as(table)
            .isEqualTo(Corpus.rows(spark, other, table));
      }
    }
  }

  @Test
  void theResultDoesNotDependOnHowTheInputIsCut() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 60).toString();
    Path whole = run("whole", 1 << 20, 1 << 20, input);
    same(whole, run("cut", 3000, 9000, input));
    assertThat(Corpus.rows(spark, whole, "documents")).hasSize(60);
    assertThat(Corpus.rows(spark, whole, "events").size()).isGreaterThan(60);
    assertThat(whole.resolve("events/month=2013-01")).isDirectory();
    assertThat(whole.resolve("_work")).doesNotExist();
  }

  @Test
  void aStoppedRunGoesOnWithWhatIsMissing() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 60).toString();
    Path whole = run("whole", 1 << 20, 1 << 20, input);
    assertThatThrownBy(() ->
            run(
                "stopped",
                ALL,
                3000,
                9000,
                line -> {
                  if (line.startsWith("batch 2")) {
                    throw new IllegalStateException("stopped");
                  }
                },
                input))
        .hasMessage("stopped");
    List<String> said = new java.util.ArrayList<>();
    Path stopped = run("stopped", ALL, 3000, 9000, said::add, input);
    assertThat(said).startsWith("batch 1 of 4 is there already", "batch 2 of 4 is there already");
    same(whole, stopped);
  }

  @Test
  void aRunWithOtherInputsIsNotMixedIn() throws Exception {
    String first = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 5).toString();
    String second = Corpus.lines(folder.resolve("in/b.jsonl"), 5, 10).toString();
    assertThatThrownBy(() ->
            run(
                "out",
                ALL,
                1 << 20,
                1 << 20,
                line -> {
                  throw new IllegalStateException("stopped");
                },
                first))
        .hasMessage("stopped");
    assertThatThrownBy(() -> run("out", 1 << 20, 1 << 20, second))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("other inputs");
  }

  @Test
  void twoRunsDoNotWriteIntoOneFolder() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 5).toString();
    List<Throwable> told = new java.util.ArrayList<>();
    Path out =
        run(
            "out",
            ALL,
            1 << 20,
            1 << 20,
            line -> {
              if (told.isEmpty()) {
                told.add(catchThrowable(() -> run("out", 1 << 20, 1 << 20, input)));
              }
            },
            input);
    assertThat(told.getFirst())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("by another run");
    assertThat(Corpus.rows(spark, out, "documents")).hasSize(5);
  }

  @Test
  void whatHasNoIdIsCalledAsAddCallsItHoweverItIsCut() throws Exception {
    Path in = folder.resolve("in");
    Path lines = Corpus.lines(in.resolve("b: %20é.jsonl"), 0, 30);
    Files.write(
        lines,
        Files.readAllLines(lines).stream().map(l -> l.replaceFirst("\"id\"", "\"no\"")).toList());
    Files.writeString(Files.createDirectories(in.resolve("a")).resolve("z.txt"), Corpus.text(50));
    Files.writeString(in.resolve("a.txt"), Corpus.text(51));
    List<String> expected;
    try (var items = Documents.standard().open(in.toString())) {
      expected = items.map(i -> i.document() == null ? "none" : i.document().id()).toList();
    }
    for (long slice : new long[] {700, 1000, 1 << 20}) {
      Path out = run("out" + slice, slice, 9000, in + "/");
      assertThat(
              spark
                  .read()
                  .parquet(out.resolve("readings").toString())
                  .orderBy("number")
                  .collectAsList()
                  .stream()
                  .map(r -> r.<String>getAs("id"))
                  .toList())
          .isEqualTo(expected);
    }
    assertThat(expected).contains(in + "/a/z.txt", lines + ":30").hasSize(32);
  }

  @Test
  void pointsInTimeAreDays() throws Exception {
    for (String type : List.of("TIMESTAMP_MICROS", "INT96")) {
      String parquet = folder.resolve(type).toString();
      spark.conf().set("spark.sql.parquet.outputTimestampType", type);
      spark
          .sql(
              "SELECT 7L AS id, TIMESTAMP '2013-05-07 23:30:00' AS date, array('x') AS title, 'Russia condemned Japan.' AS text")
          .write()
          .parquet(parquet);
      Path out = run("of" + type, 1 << 20, 1 << 20, parquet);
      assertThat(
              spark
                  .read()
                  .parquet(out.resolve("documents").toString())
                  .selectExpr("concat(id, ' ', day)")
                  .first()
                  .getString(0))
          .isEqualTo("7 2013-05-07");
    }
  }

  @Test
  void copiesAreKeptAsDocumentsAndCodedOnce() throws Exception {
    Path input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 10);
    String copy =
        Corpus.line(3).replace("made-00003", "made-90003").replace("2013-01-04", "2013-01-05");
    String edited =
        copy.replace("made-90003", "made-90004")
            .replace("\"text\":\"", "\"text\":\"By our own staff. ");
    Files.write(input, List.of(copy, edited), StandardOpenOption.APPEND);
    Path out = run("out", 1 << 20, 1 << 20, input.toString());
    assertThat(
            spark
                .read()
                .parquet(out.resolve("documents").toString())
                .filter("copy_of IS NOT NULL")
                .selectExpr("concat(id, ' of ', copy_of)")
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .sorted()
                .toList())
        .containsExactly("made-90003 of made-00003", "made-90004 of made-00003");
    assertThat(
            spark
                .read()
                .parquet(out.resolve("events").toString())
                .filter("id IN ('made-90003', 'made-90004')")
                .count())
        .isZero();
  }

  @Test
  void badInputIsAProblemAndTheRestIsRead() throws Exception {
    Path in = folder.resolve("in");
    Path good = Corpus.lines(in.resolve("a.jsonl"), 0, 5);
    Files.write(good, List.of("{\"id\": broken", "{\"id\":\"x\"}"), StandardOpenOption.APPEND);
    Files.writeString(in.resolve("b.parquet"), "this is no Parquet");
    spark
        .sql("SELECT 'no text' AS title")
        .coalesce(1)
        .write()
        .parquet(in.resolve("c.parquet").toString());
    spark
        .read()
        .json(Corpus.lines(folder.resolve("other.jsonl"), 100, 140).toString())
        .coalesce(1)
        .write()
        .option("compression", "none")
        .parquet(folder.resolve("p").toString());
    byte[] parquet;
    try (var files = Files.newDirectoryStream(folder.resolve("p"), "part-*.parquet")) {
      parquet = Files.readAllBytes(files.iterator().next());
    }
    Arrays.fill(parquet, 100, parquet.length / 2, (byte) 0x5A);
    Files.write(in.resolve("f.parquet"), parquet);
    byte[] warc = warc("https://gazette.example/page", "Russia condemned Japan on Tuesday.");
    Files.write(in.resolve("d.warc.gz"), warc);
    Files.write(in.resolve("e.warc.gz"), Arrays.copyOf(warc, warc.length / 2));
    Path out = run("out", 1 << 20, 1 << 20, in.toString());
    assertThat(Corpus.rows(spark, out, "documents")).hasSize(6);
    List<String> problems = Corpus.rows(spark, out, "problems");
    assertThat(problems).anyMatch(p -> p.contains("a.jsonl:6") && p.contains("not JSON"));
    assertThat(problems)
        .anyMatch(p -> p.contains("a.jsonl:7") && p.contains("no JSON object with a \"text\""));
    assertThat(problems)
        .anyMatch(p -> p.contains("b.parquet") && p.contains("no whole Parquet file"));
    assertThat(problems).anyMatch(p -> p.contains("c.parquet") && p.contains("no column \"text\""));
    assertThat(problems).anyMatch(p -> p.contains("e.warc.gz"));
    assertThat(problems).anyMatch(p -> p.contains("f.parquet") && p.contains("is damaged after"));
  }

  @Test
  void readsParquetAsJsonLines() throws Exception {
    String lines = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 20).toString();
    String parquet = folder.resolve("p").toString();
    spark
        .read()
        .json(lines)
        .selectExpr("id", "CAST(date AS DATE) AS date", "url", "title", "text")
        .coalesce(1)
        .write()
        .parquet(parquet);
    same(run("one", 1 << 20, 1 << 20, lines), run("other", 1 << 20, 1 << 20, parquet));
  }

  @Test
  void readingsStandInTheOrderOfTheInputAsTheyWereMade() throws Exception {
    Path input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 30);
    Files.write(
        input,
        List.of("{\"id\": broken", Corpus.line(3).replace("00003", "90003")),
        StandardOpenOption.APPEND);
    List<String> expected = new java.util.ArrayList<>();
    DigestJson digests = new DigestJson();
    Entente entente = Entente.create();
    for (Item item : Documents.standard().open(input.toString()).toList()) {
      Document document = item.document();
      Digest digest = document == null ? null : Digest.excerpt(entente.read(document));
      expected.add(
          digests.write(new Digested(digest, document == null ? List.of() : item.problems())));
    }
    expected.set(30, "a problem");
    Path out = run("out", 3000, 9000, input.toString());
    List<Row> rows =
        spark.read().parquet(out.resolve("readings").toString()).orderBy("number").collectAsList();
    List<String> found = new java.util.ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertThat(row.<Long>getAs("number")).isEqualTo(i + 1);
      assertThat(row.<String>getAs("codebook")).isEqualTo(VERSION);
      assertThat(row.<Integer>getAs("form")).isEqualTo(DigestJson.FORM);
      String reading = row.getAs("reading");
      found.add(row.getAs("sha256") == null ? "a problem" : reading);
    }
    assertThat(found).isEqualTo(expected);
    assertThat(digests.read(rows.get(30).getAs("reading")).problems())
        .singleElement()
        .matches(p -> p.message().contains("not JSON"));
  }

  @Test
  void theSelectionHolds() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 20).toString();
    Selection january =
        new Selection(
            List.of("en"), List.of("gazette.example"), null, java.time.LocalDate.of(2013, 1, 10));
    Path out = run("out", january, 1 << 20, 1 << 20, line -> {}, input);
    assertThat(Corpus.rows(spark, out, "documents"))
        .hasSize(5)
        .allMatch(r -> r.contains("gazette") && r.contains("2013-01-0"));
  }

  @Test
  void theSummaryCountsWhatWasWritten() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 8).toString();
    Path out = run("out", 1 << 20, 1 << 20, input);
    Map<?, ?> summary =
        tools.jackson.databind.json.JsonMapper.builder()
            .build()
            .readValue(Files.readString(out.resolve("archive.json")), Map.class);
    assertThat(summary.get("documents")).isEqualTo(8);
    assertThat(summary.get("events")).isEqualTo(Corpus.rows(spark, out, "events").size());
    assertThat(summary.get("codebook")).isEqualTo(VERSION);
  }

  private static byte[] warc(String address, String sentence) throws Exception {
    String html =
        "<html><head><title>A page</title></head><body><article><h1>A page</h1><p>"
            + sentence
            + " More was to be said on Wednesday, officials in the capital told our paper.</p></article></body></html>";
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
            + address
            + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
            + http.length()
            + "\r\n\r\n"
            + http
            + "\r\n\r\n";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(record.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
