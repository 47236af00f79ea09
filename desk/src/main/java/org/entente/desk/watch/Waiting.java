package org.entente.desk.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that waits for confirmation.
 *
 * @param until when the link ends that was mailed to it; null when none holds
 */
public record Waiting(@Nullable Instant until) {}
