/**
 * Codes whole archives with Spark: WARC, Parquet or JSON Lines in, Parquet by month out. A Spark
 * job over core only; {@link org.entente.archive.Archive} is where it starts.
 */
@NullMarked
package org.entente.archive;

import org.jspecify.annotations.NullMarked;
