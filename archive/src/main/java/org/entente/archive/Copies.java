package org.entente.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds documents that repeat an earlier one of the archive: the same text, or an article that
 * shares at least four fifths of its runs of words. The earliest by day, id and place is the
 * original; a copy is never the first of all that look like it, so each group keeps one.
 */
final class Copies {
  /** Ours, as for stories: below it, articles that quote one press release begin. */
  static final double ALIKE = 0.8;

  private Copies() {}

  /**
   * Copies with their originals.
   *
   * @param coded rows as {@link CodedRow} makes them
   * @return columns {@code slice}, {@code place}, {@code copy_of}: the original's id
   */
  static Dataset<Row> of(Dataset<Row> coded) {
    Dataset<Row> documents =
        coded
            .filter(col("sha256").isNotNull())
            .select(
                struct(
                        expr("COALESCE(day, '9999')").as("day"),
                        col("id"),
                        col("slice"),
                        col("place"))
                    .as("self"),
                col("sha256"),
                col("signature"));
    return same(documents)
        .unionByName(alike(documents))
        .groupBy("self")
        .agg(min("first").as("first"))
        .select(
            col("self.slice").as("slice"),
            col("self.place").as("place"),
            col("first.id").as("copy_of"));
  }

  private static Dataset<Row> same(Dataset<Row> documents) {
    Dataset<Row> firsts = documents.groupBy("sha256").agg(min("self").as("first"));
    return documents
        .join(firsts, "sha256")
        .filter(col("self").notEqual(col("first")))
        .select("self", "first");
  }

  private static Dataset<Row> alike(Dataset<Row> documents) {
    Dataset<Row> banded =
        documents
            .filter(expr("size(signature) > 0"))
            .select(col("self"), col("signature"), posexplode(bands()))
            .select(col("self"), col("signature"), struct(col("pos"), col("col")).as("band"));
    Dataset<Row> firsts =
        banded
            .groupBy("band")
            .agg(min(struct(col("self"), col("signature"))).as("least"))
            .select(col("band"), col("least.self").as("first"), col("least.signature").as("other"));
    return banded
        .join(firsts, "band")
        .filter(col("self").notEqual(col("first")))
        .filter(
            expr("aggregate(zip_with(signature, other, (a, b) -> IF(a = b, 1, 0)), 0, (s, x) -> s + x)")
                .geq(ALIKE * Fingerprint.SIZE))
        .select("self", "first");
  }

  private static org.apache.spark.sql.Column bands() {
    int bands = Fingerprint.SIZE / Fingerprint.BAND;
    return expr(
        "transform(sequence(0, "
            + (bands - 1)
            + "), i -> xxhash64(slice(signature, i * "
            + Fingerprint.BAND
            + " + 1, "
            + Fingerprint.BAND
            + ")))");
  }
}
