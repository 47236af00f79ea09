package org.entente.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.entente.digest.DigestJson;

/**
 * Codes an archive: batch by batch, each committed when it is whole, then finds copies and writes
 * the tables by month. Run again after a stop it goes on with what is missing; the result does not
 * depend on machines, order or stops.
 */
final class Run {
  /** Ours: pieces of a table that a reader holds easily, as Spark's own default. */
  private static final long PIECE = 128L << 20;

  /** Ours: what a reader of whole readings holds in memory at once. */
  private static final long GROUP = 16L << 20;

  private final SparkSession spark;
  private final Workplace place;
  private final Consumer<String> progress;
  private final Tables tables = new Tables();

  Run(SparkSession spark, Workplace place, Consumer<String> progress) {
    this.spark = spark;
    this.place = place;
    this.progress = progress;
  }

  /** What was written: rows by table, and copies among the documents. */
  Map<String, Object> run(Plan plan) throws IOException {
    place.begin(plan);
    codeBatches(plan);
    progress.accept("looking for copies and writing the tables");
    Map<String, Object> summary = writeTables(plan);
    place.finish(summary);
    if (Long.valueOf(0).equals(summary.get("documents"))) {
      progress.accept("no document was kept; the table problems says what could not be read");
    }
    return summary;
  }

  private void codeBatches(Plan plan) throws IOException {
    Counters counters = Counters.in(spark.sparkContext());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(
            new SerializableConfiguration(Listing.forReading(context.hadoopConfiguration())));
    List<Slice> all = plan.batches().stream().flatMap(List::stream).toList();
    SliceCoder coder =
        new SliceCoder(
            configuration,
            plan.selection(),
            new CodedRow.Kept(plan.text(), plan.readings()),
            counters,
            LineNumbers.of(all, context, configuration));
    for (int i = 0; i < plan.batches().size(); i++) {
      String which = "batch " + (i + 1) + " of " + plan.batches().size();
      if (place.has(i)) {
        progress.accept(which + " is there already");
        continue;
      }
      List<Slice> slices = plan.batches().get(i);
      Dataset<Row> coded =
          spark.createDataFrame(
              context.parallelize(slices, slices.size()).flatMap(coder), CodedRow.SCHEMA);
      tables.withFound(coded).write().mode(SaveMode.Overwrite).parquet(place.batch(i));
      progress.accept(
          which
              + ": "
              + counters.sentences().value()
              + " sentences so far, "
              + counters.left().value()
              + " documents left out by the rules");
    }
  }

  private Map<String, Object> writeTables(Plan plan) throws IOException {
    Dataset<Row> coded = spark.read().parquet(place.batches(plan.batches().size()));
    Dataset<Row> copies = Copies.of(coded).persist(StorageLevel.MEMORY_AND_DISK());
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("codebook", plan.version());
    summary.put("copies", copies.count());
    Map<String, Dataset<Row>> all = tables.of(coded, copies, plan);
    for (Map.Entry<String, Dataset<Row>> table : all.entrySet()) {
      summary.put(table.getKey(), write(table.getKey(), table.getValue(), pieces(plan)));
    }
    if (plan.readings()) {
      Dataset<Row> readings = Readings.of(coded, plan);
      summary.put(Readings.TABLE, writeInOrder(readings, pieces(plan)));
      summary.put("form", DigestJson.FORM);
      place.publish(Readings.TABLE);
    }
    for (String table : all.keySet()) {
      place.publish(table);
    }
    copies.unpersist();
    return summary;
  }

  /** Writes a table aside, in an order that depends on its rows alone; how many there are. */
  private long write(String name, Dataset<Row> rows, int pieces) {
    rows.repartition(pieces, col("month"), expr("pmod(xxhash64(id), " + pieces + ")"))
        .sortWithinPartitions("month", "id", "number")
        .write()
        .mode(SaveMode.Overwrite)
        .partitionBy("month")
        .parquet(place.aside(name));
    long count = spark.read().schema(rows.schema()).parquet(place.aside(name)).count();
    if (count == 0) { // one file without rows, so that readers learn the columns
      rows.limit(0).coalesce(1).write().mode(SaveMode.Overwrite).parquet(place.aside(name));
    }
    return count;
  }

  /** Writes a table that is read from its first row to its last, file by file. */
  private long writeInOrder(Dataset<Row> rows, int pieces) {
    rows.repartitionByRange(pieces, col("number"))
        .sortWithinPartitions("number")
        .write()
        .mode(SaveMode.Overwrite)
        .option("parquet.block.size", GROUP)
        .parquet(place.aside(Readings.TABLE));
    return spark.read().schema(rows.schema()).parquet(place.aside(Readings.TABLE)).count();
  }

  private static int pieces(Plan plan) {
    long bytes = plan.batches().stream().flatMap(List::stream).mapToLong(Slice::length).sum();
    return (int) Math.clamp(bytes / PIECE, 1, 10_000);
  }
}
