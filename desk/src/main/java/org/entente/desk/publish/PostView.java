package org.entente.desk.publish;

import org.entente.store.Post;

/**
 * A press review.
 *
 * @param post what it is
 * @param lead what the author says, as cleaned HTML
 */
public record PostView(Post post, String lead) {}
