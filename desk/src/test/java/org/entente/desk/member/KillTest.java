package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.entente.desk.KilledDesk;
import org.entente.desk.Visitor;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that is killed while members comment has kept all that it said it kept. */
@Tag("slow")
class KillTest {
  private static final int WRITERS = 4;

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThere() throws Exception {
    String file = folder.resolve("killed.db").toString();
    List<String> tickets = new ArrayList<>();
    Post post;
    try (Store store = Store.open(file)) {
      Members members = new Members(store);
      Member author = member(members, "Author", Role.CONTRIBUTOR);
      Posts posts = new Posts(store);
      Posts.Draft draft = new Posts.Draft("To be killed", "Words.", CommentMode.OPEN);
      post = posts.set(posts.add(author, draft), Post.State.PUBLISHED);
      for (int i = 0; i < WRITERS; i++) {
        tickets.add(ticket(store, member(members, "Writer " + i, Role.MEMBER)));
      }
    }
    Process desk = KilledDesk.start(file);
    List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    List<Thread> writers = new ArrayList<>();
    try (BufferedReader said = desk.inputReader(StandardCharsets.UTF_8)) {
      String address = said.readLine();
      for (String ticket : tickets) {
        Visitor visitor = Visitor.at(address);
        visitor.post("/sign-in/" + ticket, "/sign-in/" + ticket, Map.of());
        writers.add(Thread.ofVirtual().start(() -> write(visitor, post, acknowledged)));
      }
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (acknowledged.size() < 12 && System.nanoTime() < patience) {
        Thread.sleep(5);
      }
    } finally {
      desk.destroyForcibly().waitFor();
    }
    for (Thread writer : writers) {
      writer.join(Duration.ofSeconds(20));
    }
    try (Store store = Store.open(file)) {
      List<String> kept = new Comments(store).below(post).stream().map(Comment::body).toList();
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(12);
      assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
      assertThat(kept.size() - acknowledged.size()).isBetween(0, WRITERS);
    }
  }

  private static Member member(Members members, String name, Role role) {
    String mail = name.replace(' ', '.') + "@example.org";
    return members.add(new Members.Joining(name, mail, null), role).orElseThrow();
  }

  private static String ticket(Store store, Member member) {
    return new Tickets(store)
        .make(
            new Tickets.Asked(
                Tickets.Purpose.SIGN_IN, member, Role.MEMBER, "", Duration.ofHours(1), 1));
  }

  /** Until the desk is gone. */
  private static void write(Visitor visitor, Post post, List<String> acknowledged) {
    String path = "/posts/" + post.address();
    try {
      String token = visitor.token(path);
      for (int i = 0; i < 10; i++) { // as many as may come at once
        String body = UUID.randomUUID().toString();
        HttpResponse<String> answer =
            visitor.post(path + "/comments", Map.of("body", body, "form", body), token);
        if (answer.statusCode() == 303) {
          acknowledged.add(body);
        }
      }
    } catch (java.io.UncheckedIOException e) {
      // killed while it answered: nothing was acknowledged
    }
  }
}
