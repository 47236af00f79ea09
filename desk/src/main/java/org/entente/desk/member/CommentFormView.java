package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * A form for saying or changing something.
 *
 * @param action where it is sent
 * @param form its one-time number
 * @param parent what it answers, or null
 * @param body as typed
 * @param quote the words it is about, as typed; null where they cannot be changed
 * @param waits whether what is said waits for approval
 */
public record CommentFormView(
    String action,
    String form,
    @Nullable Long parent,
    String body,
    @Nullable String quote,
    boolean waits) {}
