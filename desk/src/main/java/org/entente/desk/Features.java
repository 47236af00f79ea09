package org.entente.desk;

import org.entente.desk.member.MemberFeature;
import org.entente.desk.publish.PostPages;
import org.entente.desk.wire.ArticlePages;
import org.entente.desk.wire.FrontPages;
import org.entente.desk.wire.StoryPages;
import org.entente.desk.wire.WirePages;

/**
 * The pages of each feature, wired by hand.
 *
 * @param front the front page
 * @param wire the wire of stories
 * @param article an article with its evidence
 * @param story a story
 * @param posts press reviews
 * @param member signing in, joining, accounts
 */
record Features(
    FrontPages front,
    WirePages wire,
    ArticlePages article,
    StoryPages story,
    PostPages posts,
    MemberFeature member) {
  static Features of(Room room, Entrance entrance, Site site) {
    return new Features(
        new FrontPages(room),
        new WirePages(room),
        new ArticlePages(room),
        new StoryPages(room),
        new PostPages(room.store(), room.pages()),
        MemberFeature.of(room.store(), room.pages(), entrance, site));
  }
}
