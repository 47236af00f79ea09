package org.entente.archive;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark's pages show while a run goes on. A task that is run twice counts twice here; the
 * figures of {@code archive.json} are counted from what was written.
 *
 * @param documents documents read
 * @param left documents that the selection leaves out
 * @param sentences sentences read
 * @param events events found
 * @param problems problems met
 */
record Counters(
    LongAccumulator documents,
    LongAccumulator left,
    LongAccumulator sentences,
    LongAccumulator events,
    LongAccumulator problems)
    implements Serializable {
  static Counters in(SparkContext context) {
    return new Counters(
        context.longAccumulator("documents read"),
        context.longAccumulator("documents left out"),
        context.longAccumulator("sentences"),
        context.longAccumulator("events"),
        context.longAccumulator("problems"));
  }
}
