package org.entente.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run reads and how it is divided, fixed when it begins: a run that was stopped goes on with
 * the batches that are missing.
 *
 * @param version of codebook and actors
 * @param selection which documents are kept
 * @param text whether the documents' text is written too
 * @param readings whether whole readings are written too, for a store
 * @param batches slices that are coded and committed together
 */
public record Plan(
    String version,
    Selection selection,
    boolean text,
    boolean readings,
    List<List<Slice>> batches) {
  public Plan {
    batches = batches.stream().map(List::copyOf).toList();
  }

  /**
   * Divides slices into batches.
   *
   * @param bytes that a batch holds at most, if it has more than one slice; what a stopped run
   *     loses
   */
  static List<List<Slice>> batches(List<Slice> slices, long bytes) {
    List<List<Slice>> batches = new ArrayList<>();
    List<Slice> open = new ArrayList<>();
    long size = 0;
    for (Slice slice : slices) {
      if (!open.isEmpty() && size + slice.length() > bytes) {
        batches.add(open);
        open = new ArrayList<>();
        size = 0;
      }
      open.add(slice);
      size += slice.length();
    }
    if (!open.isEmpty()) {
      batches.add(open);
    }
    return batches;
  }
}
