package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * A page with a sentence or one button.
 *
 * @param kind which: ask, sent, sign-in, confirm, unsubscribe, no-reviews
 * @param words the sentence, or the secret of the link
 * @param fault what was wrong, or null
 */
public record NoteView(String kind, String words, @Nullable String fault) {}
