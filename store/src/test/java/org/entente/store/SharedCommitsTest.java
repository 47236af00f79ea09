package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.entente.store.Post.CommentMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written at once shares a transaction, and fails alone; on both databases. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class SharedCommitsTest {
  private final Databases database;
  @TempDir private Path folder;
  private Store store;
  private Post post;

  SharedCommitsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
    Posts posts = new Posts(store);
    Posts.Draft draft = new Posts.Draft("A review", "Words.", CommentMode.OPEN);
    post = posts.set(posts.add(member("Author"), draft), Post.State.PUBLISHED);
  }

  @AfterEach
  void close() {
    if (store != null) { // where the test was skipped
      store.close();
    }
  }

  private Member member(String name) {
    return new Members(store)
        .add(new Members.Joining(name, "a@example.org", null), Role.MEMBER)
        .orElseThrow();
  }

  private static String form(int number) {
    return "form-of-this-test-" + number;
  }

  private Comment say(Member member, int form) {
    return new Comments(store)
        .add(member, new Comments.Said(post.id(), null, null, "words " + form, form(form)));
  }

  @Test
  void ofManyAtOnceOnlyTheRefusedFail() throws Exception {
    Member muted = member("Muted");
    Members members = new Members(store);
    members.mute(muted, muted, store.clock().instant().plus(Duration.ofDays(1)), "a test");
    Member member = member("Member");
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Comment>> said = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        int form = i;
        said.add(
            threads.submit(() -> {
              start.await();
              return say(form % 10 == 0 ? muted : member, form);
            }));
      }
      start.countDown();
    }
    List<Comment> kept = new Comments(store).below(post);
    for (int i = 0; i < 100; i++) {
      Future<Comment> one = said.get(i);
      if (i % 10 == 0) {
        assertThatThrownBy(one::get)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(StoreException.class)
            .hasMessageContaining("may not comment");
      } else {
        assertThat(kept).as("as it was answered").contains(one.get());
      }
    }
    assertThat(kept).hasSize(90);
  }

  @Test
  void theSameFormAtOnceIsKeptOnce() throws Exception {
    Member member = member("Member");
    List<Comment> said;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Comment>> all =
          IntStream.range(0, 20).mapToObj(i -> threads.submit(() -> say(member, 1))).toList();
      said = new ArrayList<>();
      for (Future<Comment> one : all) {
        said.add(one.get());
      }
    }
    assertThat(said).containsOnly(said.getFirst());
    assertThat(new Comments(store).below(post)).containsExactly(said.getFirst());
  }

  @Test
  void whatComesWhileOneWritesIsCommittedTogether() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch come = new CountDownLatch(1);
    SharedCommits commits =
        new SharedCommits(batch -> {
          sizes.add(batch.size());
          writing.countDown();
          await(come);
          store.write(h -> {
            batch.forEach(work -> work.accept(h));
            return true;
          });
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> done = new ArrayList<>();
      done.add(threads.submit(() -> commits.run(h -> 0)));
      writing.await();
      for (int i = 1; i < 30; i++) {
        int number = i;
        done.add(threads.submit(() -> commits.run(h -> number)));
      }
      Thread.sleep(200);
      assertThat(done).noneMatch(Future::isDone);
      come.countDown();
      for (int i = 0; i < 30; i++) {
        assertThat(done.get(i).get()).isEqualTo(i);
      }
    }
    assertThat(sizes).containsExactly(1, 29);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
