package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.entente.Entente;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster of separate processes, one of which is killed. */
@Tag("slow")
class ClusterTest {
  private static final Selection ALL = new Selection(List.of(), List.of(), null, null);

  @TempDir private Path folder;

  @Test
  @Timeout(900)
  void aKilledWorkerChangesNothing() throws Exception {
    String input = Corpus.lines(folder.resolve("in/a.jsonl"), 0, 90).toString();
    Map<String, List<String>> alone;
    try (SparkSession spark = session("local[2]", "")) {
      alone = tables(spark, "alone", input);
    }
    try (LocalCluster cluster = new LocalCluster(folder.resolve("spark"));
        SparkSession spark = session(cluster.address(), LocalCluster.classes())) {
      AtomicInteger tasks = new AtomicInteger();
      spark
          .sparkContext()
          .addSparkListener(
              new SparkListener() {
                @Override
                public void onTaskEnd(SparkListenerTaskEnd end) {
                  if (tasks.incrementAndGet() == 5) {
                    cluster.killWorker();
                  }
                }
              });
      assertThat(tables(spark, "together", input)).isEqualTo(alone);
      assertThat(cluster.lostWorker()).isTrue();
    }
    assertThat(alone.get("documents")).hasSize(90);
    assertThat(alone.get("events").size()).isGreaterThan(90);
  }

  private static SparkSession session(String master, String classes) {
    return RunCommand.configured(SparkSession.builder().master(master))
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executor.extraClassPath", classes)
        .config("spark.executor.memory", "512m")
        .getOrCreate();
  }

  private Map<String, List<String>> tables(SparkSession spark, String out, String input)
      throws Exception {
    var configuration = spark.sparkContext().hadoopConfiguration();
    List<Slice> slices =
        new Listing(configuration, folder.resolve(out).toString(), 8000).of(List.of(input));
    Plan plan =
        new Plan(Entente.create().version(), ALL, false, true, Plan.batches(slices, 1 << 20));
    Path to = folder.resolve(out);
    try (Workplace place = new Workplace(to.toString(), configuration)) {
      new Run(spark, place, line -> {}).run(plan);
    }
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String table : Corpus.tables(to)) {
      tables.put(table, Corpus.rows(spark, to, table));
    }
    return tables;
  }
}
