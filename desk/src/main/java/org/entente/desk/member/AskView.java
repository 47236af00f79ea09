package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * The form for asking to join.
 *
 * @param name as typed
 * @param mail as typed
 * @param words as typed
 * @param fault what was wrong, or null
 * @param done whether the request is kept
 */
public record AskView(
    String name, String mail, String words, @Nullable String fault, boolean done) {}
