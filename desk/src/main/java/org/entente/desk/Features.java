package org.entente.desk;

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
 */
record Features(FrontPages front, WirePages wire, ArticlePages article, StoryPages story) {
  static Features of(Room room) {
    return new Features(
        new FrontPages(room), new WirePages(room), new ArticlePages(room), new StoryPages(room));
  }
}
