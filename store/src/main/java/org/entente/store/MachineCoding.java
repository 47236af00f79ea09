package org.entente.store;

import org.entente.actor.Actor;
import org.entente.statement.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the machine said of an event, whatever people said since. A correction names only what
 * differs from it.
 *
 * @param code CAMEO code
 * @param status how it stands to the world
 * @param source who, or null
 * @param target to whom, or null
 */
public record MachineCoding(
    String code, Status status, @Nullable Actor source, @Nullable Actor target) {}
