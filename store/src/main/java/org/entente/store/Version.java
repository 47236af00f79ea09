package org.entente.store;

import java.time.Instant;
import org.entente.text.Evidence;

/**
 * One saving of a press review.
 *
 * @param number from 1 on; 0 for a post that is one text and was never saved in parts
 * @param content what it says
 * @param byId the key of who saved it
 * @param by the name of who saved it
 * @param made when
 * @param correction the line that readers see of what it mended; empty when it mended nothing
 * @param auto whether the browser saved it by itself
 * @param aside whether it did so although somebody else had saved meanwhile: it is never the newest
 */
public record Version(
    int number,
    Content content,
    long byId,
    String by,
    Instant made,
    String correction,
    boolean auto,
    boolean aside) {
  /** Differs when the content does: one that saves itself keeps its number. */
  public String stamp() {
    return Evidence.hash(content.toString()).substring(0, 16);
  }
}
