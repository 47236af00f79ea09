package org.entente.desk.member;

import org.jspecify.annotations.Nullable;

/**
 * A page with a sentence or one button.
 *
 * @param kind which: ask, sent, sign-in, confirm, unsubscribe, no-reviews, away
 * @param words the sentence, the secret of the link, or where to go on
 * @param fault what was wrong, or null
 */
public record NoteView(String kind, String words, @Nullable String fault) {}
