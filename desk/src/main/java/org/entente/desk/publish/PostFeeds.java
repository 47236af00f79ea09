package org.entente.desk.publish;

import java.util.Objects;
import org.entente.desk.Room;
import org.entente.desk.Site;
import org.entente.desk.member.PostPath;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The newest reviews of a shelf as feeds: what the public sees, nothing else. A clip is a quotation
 * with its source on top, as on the page.
 */
public final class PostFeeds {
  private static final int NEWEST = 30;

  private final Drafts drafts;
  private final Blocks blocks;
  private final Site site;

  PostFeeds(Room room, Site site, Blocks blocks) {
    this.drafts = new Drafts(room.store());
    this.blocks = blocks;
    this.site = site;
  }

  /**
   * A shelf's feed.
   *
   * @param type atom, rss or json
   */
  ServerResponse of(ServerRequest request, Shelf shelf, String type) {
    Feed feed =
        new Feed(
            shelf.title(),
            shelf.about(),
            link(shelf.path()),
            link(shelf.feed()),
            shelf.posts().stream().limit(NEWEST).map(this::item).toList());
    return FeedAnswer.of(request, feed, type);
  }

  private Feed.Item item(Post post) {
    Content content = drafts.shown(post).content();
    String address = link(PostPath.of(post));
    return new Feed.Item(
        address,
        address,
        post.title(),
        post.authorName(),
        Objects.requireNonNull(post.published()),
        post.changed(),
        content.tags(),
        PlainHtml.of(blocks.of(content)),
        null);
  }

  private String link(String path) {
    return site.link(path).toString();
  }
}
