package org.entente.desk.member;

import org.entente.desk.Entrance;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.publish.PublishFeature;
import org.entente.store.Store;

/**
 * The pages about members and what they say.
 *
 * @param signIn signing in and out
 * @param passkeys the same without a password
 * @param openId the same by the word of an issuer
 * @param join becoming a member
 * @param links links in mails
 * @param ask asking to join
 * @param account one's own account
 * @param newsletter reviews by mail
 * @param data what the desk knows of a member
 * @param members who is a member
 * @param say saying something
 * @param comments what members do with comments that are there
 * @param moderation what moderators do with them
 * @param threads the comments of a post, for its page
 * @param postman hands mails over
 */
public record MemberFeature(
    SignInPages signIn,
    PasskeyPages passkeys,
    OpenIdPages openId,
    JoinPages join,
    LinkPages links,
    AskPages ask,
    AccountPages account,
    NewsletterPages newsletter,
    OwnDataPages data,
    MembersPages members,
    SayPages say,
    CommentPages comments,
    ModerationPages moderation,
    CommentThreads threads,
    Postman postman) {
  /** Wires them. */
  public static MemberFeature of(
      Room room, Entrance entrance, Site site, Carrier carrier, OpenIdPages openId) {
    Store store = room.store();
    Pages pages = room.pages();
    LetterWords words = new LetterWords(store, site);
    Postman postman = new Postman(store, words, carrier).started();
    LinkPages.Post post = new LinkPages.Post(words, postman);
    LinkPages links = new LinkPages(store, pages, entrance, post);
    NewsletterPages newsletter = new NewsletterPages(store, carrier);
    Passages passages = PublishFeature.passages(room);
    return new MemberFeature(
        new SignInPages(store, pages, entrance, openId.issuer()),
        new PasskeyPages(store, entrance, site),
        openId,
        new JoinPages(store, pages, entrance, links, openId),
        links,
        new AskPages(store, pages, entrance, post, site),
        new AccountPages(store, pages, entrance, links, newsletter, openId),
        newsletter,
        new OwnDataPages(store, pages, entrance),
        new MembersPages(store, pages, site),
        new SayPages(room, entrance.limits(), passages, postman),
        new CommentPages(room, entrance.limits(), postman),
        new ModerationPages(store, pages, postman),
        new CommentThreads(store),
        postman);
  }
}
