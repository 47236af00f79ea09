package org.entente.desk.member;

import org.entente.store.Comment;
import org.entente.store.Post;
import org.jspecify.annotations.Nullable;

/**
 * A page about one comment, or for one.
 *
 * @param post below which
 * @param comment which, null for a new one on the post itself
 * @param html what it says, cleaned
 * @param form the form, or null where the page has one of its own
 * @param fault what was wrong, or null
 */
public record CommentPageView(
    Post post,
    @Nullable Comment comment,
    String html,
    @Nullable CommentFormView form,
    @Nullable String fault) {}
