package org.entente.event;

import org.entente.actor.Actor;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A source or target with the words that name it.
 *
 * @param actor who
 * @param span where it is named, in the document's content; null when understood from the context
 */
public record Participant(Actor actor, @Nullable Span span) {}
