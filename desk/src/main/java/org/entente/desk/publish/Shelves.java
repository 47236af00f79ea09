package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.List;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.store.Drafts;
import org.entente.store.Post;
import org.entente.store.PostGroups;
import org.entente.store.Posts;
import org.entente.store.Topic;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Finds the shelf that an address names; one without a review is not there. Only what is published
 * stands on a shelf. Thread-safe.
 */
final class Shelves {
  /** As many as a page or a feed of all reviews holds. */
  private static final int NEWEST = 30;

  private final Posts posts;
  private final Drafts drafts;
  private final PostGroups groups;
  private final ShownTopics topics;
  private final Room room;

  Shelves(Room room) {
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.groups = new PostGroups(room.store());
    this.topics = new ShownTopics(room.store());
    this.room = room;
  }

  /** The newest ones; empty at a young desk. */
  Shelf newest() {
    return Shelf.all(posts.published(NEWEST, 0));
  }

  /** Those of a month, as 2013-05. */
  Shelf month(ServerRequest request) {
    String month = request.pathVariable("month");
    List<Post> found =
        required(
            drafts.inMonth(month), "No review was published in this month; write it as 2013-05.");
    return Shelf.of("Reviews of " + month, "/posts/months/" + month, found);
  }

  Shelf tag(ServerRequest request) {
    String tag = Links.tag(request.pathVariable("tag"));
    List<Post> found = required(drafts.withTag(tag), "No published review has this tag.");
    return Shelf.of("Reviews on " + tag, Links.ofTag(tag), found);
  }

  /** One that editors made; empty while nothing of it is published. */
  Shelf topic(ServerRequest request) {
    Topic topic = topics.asked(request);
    String lead = topics.markdown().plain(topic.says().lead()).replaceAll("\\s+", " ");
    return Shelf.of(topic.says().title(), ShownTopics.path(topic), drafts.on(topic)).about(lead);
  }

  Shelf writer(ServerRequest request) {
    String id = request.pathVariable("writer");
    List<Post> found = id.matches("[0-9]{1,12}") ? groups.by(Long.parseLong(id)) : List.<Post>of();
    required(found, "Nobody with this number has published a review.");
    return Shelf.of("Reviews by " + found.getFirst().authorName(), "/posts/writers/" + id, found);
  }

  Shelf pair(ServerRequest request) {
    String one = request.pathVariable("one").replace('~', '/');
    String other = request.pathVariable("other").replace('~', '/');
    List<Post> found =
        required(groups.about(one, other), "No published review claims anything of these two.");
    return Shelf.of("Reviews on " + names(one, other), pairPath(one, other), found);
  }

  private static List<Post> required(List<Post> found, String otherwise) {
    if (found.isEmpty()) {
      throw Fault.missing(otherwise);
    }
    return found;
  }

  String names(String one, String other) {
    return room.names().name(room.actor(one)) + " and " + room.names().name(room.actor(other));
  }

  /** A slash inside a key would part the path. */
  static String pairPath(String one, String other) {
    String path = Links.path("/posts/pairs/", one.replace('/', '~'));
    return Links.path(path + "/", other.replace('/', '~'));
  }

  /** All shelves, by what their reviews have in common. */
  List<PostListView.Group> all() {
    List<PostListView.Group> all = new ArrayList<>();
    all.add(
        new PostListView.Group(
            "By topic",
            topics.all().stream()
                .map(t -> line(t.says().title(), ShownTopics.path(t), drafts.on(t).size()))
                .toList()));
    all.add(
        new PostListView.Group(
            "By month",
            drafts.months().stream()
                .map(m -> line(m.name(), "/posts/months/" + m.name(), m.posts()))
                .toList()));
    all.add(
        new PostListView.Group(
            "By tag",
            drafts.tags().stream()
                .map(t -> line(t.name(), Links.ofTag(t.name()), t.posts()))
                .toList()));
    all.add(
        new PostListView.Group(
            "By pair",
            groups.pairs().stream()
                .map(p ->
                    line(names(p.one(), p.other()), pairPath(p.one(), p.other()), p.posts().size()))
                .toList()));
    all.add(
        new PostListView.Group(
            "By writer",
            groups.writers().stream()
                .map(w -> line(w.name(), "/posts/writers/" + w.id(), w.posts()))
                .toList()));
    return all.stream().filter(g -> !g.shelves().isEmpty()).toList();
  }

  private static PostListView.Group.Shelved line(String name, String path, int posts) {
    return new PostListView.Group.Shelved(name, path, posts);
  }
}
