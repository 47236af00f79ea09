package org.entente.store;

import java.time.Instant;

/**
 * One saving of a press review.
 *
 * @param number from 1 on; 0 for a post that is one text and was never saved in parts
 * @param content what it says
 * @param by the name of who saved it
 * @param made when
 * @param correction the line that readers see of what it mended; empty when it mended nothing
 */
public record Version(int number, Content content, String by, Instant made, String correction) {}
