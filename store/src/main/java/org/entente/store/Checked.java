package org.entente.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One check of an event by a person: who, when and why.
 *
 * @param event its key
 * @param headline of its article, or null
 * @param verdict whether the event stands
 * @param machine what the machine said: code, status and actors in words
 * @param now what the person says instead; empty where nothing was changed
 * @param by who
 * @param at when
 * @param reason why, may be empty
 */
public record Checked(
    long event,
    @Nullable String headline,
    Correction.Verdict verdict,
    String machine,
    String now,
    String by,
    Instant at,
    String reason) {}
