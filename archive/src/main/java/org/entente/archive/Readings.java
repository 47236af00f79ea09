package org.entente.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import org.entente.digest.DigestJson;

/**
 * The table {@code readings}, from which a store is filled without coding again: one row for each
 * item of the input, copies and problems too, numbered in the order of the input. That order
 * decides which stories a store finds.
 */
final class Readings {
  static final String TABLE = "readings";

  private static final StructType FIRSTS = StructType.fromDDL("slice STRING, first BIGINT");

  private Readings() {}

  /**
   * Columns {@code number}, {@code id}, {@code sha256}, {@code form}, {@code codebook}, {@code
   * reading}.
   */
  static Dataset<Row> of(Dataset<Row> coded, Plan plan) {
    Dataset<Row> numbers =
        coded
            .select(
                col("slice"),
                col("place"),
                row_number().over(Window.partitionBy("slice").orderBy("place")).as("rank"))
            .join(firsts(coded, plan), "slice")
            .select(col("slice"), col("place"), col("first").plus(col("rank")).as("number"));
    return coded
        .join(numbers, new String[] {"slice", "place"})
        .select(
            col("number"),
            col("id"),
            col("sha256"),
            lit(DigestJson.FORM).as("form"),
            lit(plan.version()).as("codebook"),
            col("reading"));
  }

  /** How many rows stand before each slice. */
  private static Dataset<Row> firsts(Dataset<Row> coded, Plan plan) {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : coded.groupBy("slice").count().collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    List<Row> firsts = new ArrayList<>();
    long before = 0;
    for (List<Slice> batch : plan.batches()) {
      for (Slice slice : batch) {
        firsts.add(RowFactory.create(slice.key(), before));
        before += counts.getOrDefault(slice.key(), 0L);
      }
    }
    return coded.sparkSession().createDataFrame(firsts, FIRSTS);
  }
}
