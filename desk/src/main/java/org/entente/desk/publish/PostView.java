package org.entente.desk.publish;

import org.entente.desk.member.CommentsView;
import org.entente.store.Post;

/**
 * A press review.
 *
 * @param post what it is
 * @param lead what the author says, as cleaned HTML
 * @param comments what members say below it
 */
public record PostView(Post post, String lead, CommentsView comments) {}
