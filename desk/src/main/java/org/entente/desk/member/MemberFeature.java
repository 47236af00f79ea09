package org.entente.desk.member;

import java.util.List;
import org.entente.desk.Entrance;
import org.entente.desk.Markdown;
import org.entente.desk.Pages;
import org.entente.desk.Site;
import org.entente.store.Store;

/**
 * The pages about members and what they say.
 *
 * @param signIn signing in and out
 * @param passkeys the same without a password
 * @param join becoming a member
 * @param account one's own account
 * @param members who is a member
 * @param comments what members do with comments
 * @param moderation what moderators do with them
 * @param feed the newest comments
 * @param threads the comments of a post, for its page
 */
public record MemberFeature(
    SignInPages signIn,
    PasskeyPages passkeys,
    JoinPages join,
    AccountPages account,
    MembersPages members,
    CommentPages comments,
    ModerationPages moderation,
    CommentFeed feed,
    CommentThreads threads) {
  /** Wires them. */
  public static MemberFeature of(Store store, Pages pages, Entrance entrance, Site site) {
    Markdown markdown = new Markdown();
    Passages passages = post -> List.of(new Passages.Part("lead", markdown.plain(post.lead())));
    return new MemberFeature(
        new SignInPages(store, pages, entrance),
        new PasskeyPages(store, entrance, site),
        new JoinPages(store, pages, entrance),
        new AccountPages(store, pages, entrance),
        new MembersPages(store, pages, site),
        new CommentPages(store, pages, entrance.limits(), passages),
        new ModerationPages(store, pages),
        new CommentFeed(store, site),
        new CommentThreads(store));
  }
}
