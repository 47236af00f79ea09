package org.entente.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.entente.codebook.DataFile;

/**
 * The tables of an archive, made from its coded rows: documents, articles, statements, events,
 * figures, problems. Columns stand in {@code tables.tsv}.
 */
final class Tables {
  private final Map<String, List<Column>> columns = new LinkedHashMap<>();
  private final String ddl = resource("reading.ddl");

  Tables() {
    for (DataFile.Row row : DataFile.resource(Tables.class, "tables.tsv", 3).rows()) {
      columns
          .computeIfAbsent(row.column(0), t -> new ArrayList<>())
          .add(expr(row.column(2)).as(row.column(1)));
    }
  }

  /** The rows with what the JSON of the reading says as a column {@code found}. */
  Dataset<Row> withFound(Dataset<Row> coded) {
    return coded
        .withColumn(
            "found",
            org.apache.spark.sql.functions.from_json(
                col("json"), org.apache.spark.sql.types.StructType.fromDDL(ddl)))
        .drop("json");
  }

  /**
   * All tables by name.
   *
   * @param coded rows with {@code found}
   * @param copies as {@link Copies} finds them: their codings are left out
   * @param plan what was asked for
   */
  Map<String, Dataset<Row>> of(Dataset<Row> coded, Dataset<Row> copies, Plan plan) {
    Dataset<Row> all =
        coded
            .join(copies, new String[] {"slice", "place"}, "left")
            .withColumn("month", expr("COALESCE(substring(day, 1, 7), 'unknown')"));
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("documents", documents(all.filter(col("sha256").isNotNull()), plan));
    Dataset<Row> originals = all.filter(col("copy_of").isNull());
    for (Map.Entry<String, List<Column>> table : columns.entrySet()) {
      boolean ofAll = table.getKey().equals("problems");
      tables.put(table.getKey(), items(ofAll ? all : originals, table.getKey(), table.getValue()));
    }
    return tables;
  }

  private static Dataset<Row> documents(Dataset<Row> read, Plan plan) {
    List<Column> selected = new ArrayList<>();
    for (String name : List.of("id", "sha256", "url", "host", "language")) {
      selected.add(col(name));
    }
    selected.add(expr("CAST(day AS DATE)").as("day"));
    for (String name : List.of("sentences", "characters", "copy_of")) {
      selected.add(col(name));
    }
    selected.add(lit(plan.version()).as("codebook"));
    if (plan.text()) {
      selected.add(col("text"));
    }
    selected.add(lit(0).as("number"));
    selected.add(col("month"));
    return read.select(selected.toArray(Column[]::new));
  }

  private static Dataset<Row> items(Dataset<Row> rows, String table, List<Column> columns) {
    List<Column> selected = new ArrayList<>(List.of(col("id"), col("number")));
    selected.addAll(columns);
    selected.add(col("month"));
    return rows.selectExpr("id", "month", "posexplode(found." + table + ") AS (number, item)")
        .select(selected.toArray(Column[]::new));
  }

  private static String resource(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
