package org.entente.store;

import org.entente.actor.Actor;
import org.entente.statement.Position;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The side that a speaker took on a topic.
 *
 * @param article where it stands
 * @param speaker who took it, or null
 * @param topic the phrase that names the topic
 * @param side for, against or on a condition
 * @param span the statement, in UTF-16 units of the document's content
 * @param exact the words of the statement
 */
public record StoredPosition(
    StoredArticle article,
    @Nullable Actor speaker,
    String topic,
    Position.Side side,
    Span span,
    String exact) {}
