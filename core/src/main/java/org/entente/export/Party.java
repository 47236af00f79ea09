package org.entente.export;

import org.entente.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A source or target with the words that name it.
 *
 * @param actor who
 * @param words where it is named; null when understood from the context
 */
public record Party(Actor actor, @Nullable Passage words) {}
