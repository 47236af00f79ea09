package org.entente.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;

/** Members of a store made for them, who comment on one post in the same moment. */
final class Crowd {
  private final Path store;
  private final List<CrowdMember> members = new ArrayList<>();
  private final List<String> letters = new ArrayList<>();

  /**
   * @param store a file that is not there yet
   */
  Crowd(Path store, int many) {
    this.store = store;
    try (Store made = Store.open(store.toString())) {
      for (int i = 0; i < many; i++) {
        members.add(new CrowdMember());
        letters.add(letter(made, "Member " + i));
      }
    }
  }

  /**
   * What came of a round.
   *
   * @param nanos from the common moment to the answer of each, the shortest first
   * @param cpu processor time of the desk
   * @param whole whether each comment is there once, in the order in which they were kept
   */
  record Round(List<Long> nanos, Duration cpu, boolean whole) {
    /** The time in milliseconds within which so many of a hundred were answered. */
    double within(int percent) {
      return nanos.get((nanos.size() - 1) * percent / 100) / 1e6;
    }
  }

  private static String letter(Store store, String name) {
    Member member = member(store, name);
    Tickets.Purpose purpose = Tickets.Purpose.SIGN_IN;
    return new Tickets(store)
        .make(new Tickets.Asked(purpose, member, Role.MEMBER, "", Duration.ofHours(1), 1));
  }

  private static Member member(Store store, String name) {
    String mail = name.replace(' ', '.') + "@example.org";
    return new Members(store)
        .add(new Members.Joining(name, mail, null), Role.CONTRIBUTOR)
        .orElseThrow();
  }

  /** Starts a desk on the store. */
  LaunchedDesk start(Path launcher) throws IOException {
    return LaunchedDesk.start(launcher, store);
  }

  /** All sign in by the links that they were mailed. */
  void signIn(LaunchedDesk desk) throws IOException {
    for (int i = 0; i < members.size(); i++) {
      String page = "/sign-in/" + letters.get(i);
      members.get(i).open(desk.address(), page);
      members.get(i).send(desk.address(), page, Map.of());
    }
  }

  /** A new published post. */
  Post post() {
    try (Store open = Store.existing(store.toString())) {
      Member author = member(open, "Author " + System.nanoTime());
      Posts posts = new Posts(open);
      Posts.Draft draft = new Posts.Draft("At once", "Words.", Post.CommentMode.OPEN);
      return posts.set(posts.add(author, draft), Post.State.PUBLISHED);
    }
  }

  /** All open the page of a post, one after the other. */
  void open(LaunchedDesk desk, Post post) throws IOException {
    for (CrowdMember member : members) {
      member.open(desk.address(), path(post));
    }
  }

  /** All send the form that they opened last. */
  Round comment(LaunchedDesk desk, Post post) throws InterruptedException, ExecutionException {
    Duration before = desk.cpu();
    List<Long> nanos = atOnce(desk.address(), path(post) + "/comments");
    return new Round(nanos, desk.cpu().minus(before), isWhole(post));
  }

  private static String path(Post post) {
    return "/posts/" + post.address();
  }

  private List<Long> atOnce(URI desk, String path) throws InterruptedException, ExecutionException {
    CountDownLatch moment = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> answers = new ArrayList<>();
      for (int i = 0; i < members.size(); i++) {
        CrowdMember member = members.get(i);
        Map<String, String> said =
            Map.of("body", "of member " + i, "form", UUID.randomUUID().toString());
        answers.add(
            threads.submit(() -> {
              moment.await();
              return member.send(desk, path, said).contains(" 303")
                  ? System.nanoTime()
                  : Long.MAX_VALUE;
            }));
      }
      long start = System.nanoTime();
      moment.countDown();
      List<Long> nanos = new ArrayList<>();
      for (Future<Long> answer : answers) {
        nanos.add(answer.get() - start);
      }
      return nanos.stream().sorted().toList();
    }
  }

  private boolean isWhole(Post post) {
    try (Store open = Store.existing(store.toString())) {
      List<Comment> kept = new Comments(open).below(post);
      List<Long> keys = kept.stream().map(Comment::id).toList();
      return kept.size() == members.size()
          && new HashSet<>(kept.stream().map(Comment::body).toList()).size() == members.size()
          && keys.equals(keys.stream().sorted().toList());
    }
  }
}
