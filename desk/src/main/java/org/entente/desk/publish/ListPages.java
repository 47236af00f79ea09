package org.entente.desk.publish;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.desk.Fault;
import org.entente.desk.LocaleWords;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.member.CommentThreads;
import org.entente.store.Comments;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lists of published reviews and the feeds of each list. */
public final class ListPages {
  private final Shelves shelves;
  private final PostFeeds feeds;
  private final Comments comments;
  private final Pages pages;

  ListPages(Room room, Shelves shelves, PostFeeds feeds) {
    this.shelves = shelves;
    this.feeds = feeds;
    this.comments = new Comments(room.store());
    this.pages = room.pages();
  }

  /** The newest ones. */
  public ServerResponse list(ServerRequest request) {
    return page(request, shelves.newest());
  }

  /** Those of a month, as 2013-05. */
  public ServerResponse month(ServerRequest request) {
    return page(request, shelves.month(request));
  }

  public ServerResponse tag(ServerRequest request) {
    return page(request, shelves.tag(request));
  }

  public ServerResponse writer(ServerRequest request) {
    return page(request, shelves.writer(request));
  }

  public ServerResponse pair(ServerRequest request) {
    return page(request, shelves.pair(request));
  }

  private ServerResponse page(ServerRequest request, Shelf shelf) {
    return pages.page(request, new Page(shelf.title(), "publish/posts.jte", view(request, shelf)));
  }

  /** What a list shows. */
  PostListView view(ServerRequest request, Shelf shelf) {
    Map<Long, Integer> counts = comments.counts();
    LocaleWords words = LocaleWords.of(request);
    List<PostListView.Line> lines =
        shelf.posts().stream()
            .map(p ->
                new PostListView.Line(
                    p, CommentThreads.count(counts.getOrDefault(p.id(), 0), words)))
            .toList();
    return new PostListView(shelf.title(), shelf.feed(), lines, shelves.all());
  }

  public ServerResponse atom(ServerRequest request) {
    return feeds.of(request, shelves.newest(), "atom");
  }

  public ServerResponse rss(ServerRequest request) {
    return feeds.of(request, shelves.newest(), "rss");
  }

  public ServerResponse json(ServerRequest request) {
    return feeds.of(request, shelves.newest(), "json");
  }

  public ServerResponse monthFeed(ServerRequest request) {
    return feed(request, shelves::month);
  }

  public ServerResponse tagFeed(ServerRequest request) {
    return feed(request, shelves::tag);
  }

  public ServerResponse topicFeed(ServerRequest request) {
    return feed(request, shelves::topic);
  }

  public ServerResponse writerFeed(ServerRequest request) {
    return feed(request, shelves::writer);
  }

  public ServerResponse pairFeed(ServerRequest request) {
    return feed(request, shelves::pair);
  }

  /** The path ends in {@code feed.atom}, {@code feed.rss} or {@code feed.json}. */
  private ServerResponse feed(ServerRequest request, Function<ServerRequest, Shelf> shelf) {
    String name = request.pathVariable("feed");
    if (!name.matches("feed\\.(?:atom|rss|json)")) {
      throw Fault.missing("The feeds of a list are feed.atom, feed.rss and feed.json.");
    }
    return feeds.of(request, shelf.apply(request), name.substring("feed.".length()));
  }
}
