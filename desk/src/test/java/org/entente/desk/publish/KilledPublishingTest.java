package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.desk.Desk;
import org.entente.desk.DeskSettings;
import org.entente.desk.KilledDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
import org.entente.store.Schedules;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.entente.store.Version;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that is killed while it publishes has published a review whole or not at all. */
@Tag("slow")
class KilledPublishingTest {
  private static final int WRITERS = 3;
  private static final int EACH = 60;
  private static final int ENOUGH = 12;

  @TempDir private Path folder;
  private String file = "";

  @Test
  void whatWasAcknowledgedIsPublishedAndNothingIsHalf() throws Exception {
    file = folder.resolve("killed.db").toString();
    List<String> tickets = new ArrayList<>();
    List<List<Long>> drafts = new ArrayList<>();
    seed(tickets, drafts);
    List<Long> acknowledged = Collections.synchronizedList(new ArrayList<>());
    killWhilePublishing(tickets, drafts, acknowledged);
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    try (Store store = Store.open(file)) {
      assertThat(new Drafts(store).all(null).size()).isEqualTo(WRITERS * EACH);
    }
    try (Desk again = Desk.start(DeskSettings.of(file).withPort(0));
        Store store = Store.open(file)) {
      awaitSchedules(store);
      Visitor anybody = Visitor.at(again.address().toString());
      String map = anybody.get("/sitemap.xml").body();
      for (Post post : new Drafts(store).all(null)) {
        whole(new Drafts(store), post, acknowledged, anybody, map);
      }
    }
  }

  /** One of ten is to come out by itself while the others are published by hand. */
  private void seed(List<String> tickets, List<List<Long>> drafts) {
    try (Store store = Store.open(file)) {
      for (int i = 0; i < WRITERS; i++) {
        Members.Joining joining =
            new Members.Joining("Writer " + i, "writer" + i + "@example.org", null);
        Member writer = new Members(store).add(joining, Role.CONTRIBUTOR).orElseThrow();
        Tickets.Asked asked =
            new Tickets.Asked(
                Tickets.Purpose.SIGN_IN, writer, Role.MEMBER, "", Duration.ofHours(1), 1);
        tickets.add(new Tickets(store).make(asked));
        List<Long> own = new ArrayList<>();
        for (int n = 0; n < EACH; n++) {
          Content content =
              new Content("Draft", List.of("gondor"), List.of(new Block.Prose("begun")));
          Post post = new Drafts(store).begin(writer, content, CommentMode.OPEN);
          if (n % 10 == 9) {
            Version begun = new Drafts(store).latest(post);
            new Schedules(store).set(writer, post, begun, Instant.now().plusSeconds(n), "");
          } else {
            own.add(post.id());
          }
        }
        drafts.add(own);
      }
    }
  }

  private void killWhilePublishing(
      List<String> tickets, List<List<Long>> drafts, List<Long> acknowledged) throws Exception {
    Process desk = KilledDesk.start(file);
    List<Thread> writers = new ArrayList<>();
    try (BufferedReader said = desk.inputReader(StandardCharsets.UTF_8)) {
      String address = said.readLine();
      for (int i = 0; i < WRITERS; i++) {
        Visitor visitor = Visitor.at(address);
        String in = "/sign-in/" + tickets.get(i);
        visitor.post(in, in, Map.of());
        List<Long> own = drafts.get(i);
        writers.add(Thread.ofVirtual().start(() -> publish(visitor, own, acknowledged)));
      }
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (acknowledged.size() < ENOUGH && System.nanoTime() < patience) {
        Thread.sleep(2);
      }
    } finally {
      desk.destroyForcibly().waitFor();
    }
    for (Thread writer : writers) {
      writer.join(Duration.ofSeconds(20));
    }
  }

  /** Saves and publishes one after the other, until the desk is gone. */
  private static void publish(Visitor visitor, List<Long> own, List<Long> acknowledged) {
    try {
      String token = visitor.token("/drafts");
      for (long id : own) {
        String draft = "/drafts/" + id;
        Map<String, String> words =
            Map.of(
                "base", "1", "title", "Title " + id, "comments", "OPEN", "block-0", "Words " + id);
        HttpResponse<String> saved = visitor.post(draft, words, token);
        HttpResponse<String> shown = visitor.post(draft + "/publish", Map.of(), token);
        if (saved.statusCode() == 303 && shown.statusCode() == 303) {
          acknowledged.add(id);
        }
      }
    } catch (java.io.UncheckedIOException e) {
      // killed while it answered: nothing was acknowledged
    }
  }

  /** What came due while the desk was dead comes out when it starts; the rest is made due. */
  private static void awaitSchedules(Store store) throws InterruptedException {
    Schedules schedules = new Schedules(store);
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (schedules.all().stream().anyMatch(d -> d.due().isBefore(Instant.now()))
        && System.nanoTime() < patience) {
      Thread.sleep(50);
    }
    assertThat(schedules.all()).noneMatch(d -> d.due().isBefore(Instant.now().minusSeconds(10)));
    schedules.publish(Instant.now().plus(Duration.ofHours(1)));
    assertThat(schedules.all()).isEmpty();
  }

  private static void whole(
      Drafts drafts, Post post, List<Long> acknowledged, Visitor anybody, String map) {
    if (acknowledged.contains(post.id())) {
      assertThat(post.state()).isEqualTo(Post.State.PUBLISHED);
      assertThat(post.title()).isEqualTo("Title " + post.id());
    }
    HttpResponse<String> page = anybody.get("/posts/" + post.address());
    if (post.state() == Post.State.DRAFT) {
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(post.published()).isNull();
      assertThat(map).doesNotContain("/" + post.address() + "<");
      return;
    }
    Version shown = drafts.shown(post);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(shown.content().lead());
    assertThat(post.title()).isEqualTo(shown.content().title());
    assertThat(post.lead()).isEqualTo(shown.content().lead());
    assertThat(post.published()).isNotNull();
    assertThat(map).contains("/" + post.address() + "<");
  }
}
