package org.entente.desk;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.Tickets;
import org.jspecify.annotations.Nullable;

/**
 * What happens at a desk, done once over a store that is thrown away: the launcher's ahead-of-time
 * cache learns from it which classes are needed and which methods are worth compiling at once. What
 * is not answered as it should be ends it.
 */
final class Rehearsal {
  private static final List<String> READ =
      List.of(
          "/",
          "/wire?words=talks",
          "/article/1",
          "/pairs",
          "/pair?a=RUS&b=USA",
          "/actors",
          "/actor?key=RUS",
          "/calendar",
          "/codebook",
          "/network",
          "/posts",
          "/downloads");

  private static final List<String> WRITING =
      List.of("/account", "/drafts", "/watches", "/article/1/clip", "/moderation", "/members");

  /**
   * Members and comments of each: a comment's way is then gone more often than the 200 times after
   * which Java compiles a method, and no member says more than the limit lets pass.
   */
  private static final int MEMBERS = 40;

  private static final int COMMENTS_EACH = 8;

  private static final String PASSWORD = "nine herons at the weir";

  private final URI desk;
  private final Store store;
  private final Passwords passwords;

  Rehearsal(URI desk, Store store, Passwords passwords) {
    this.desk = desk;
    this.store = store;
    this.passwords = passwords;
  }

  void run() throws IOException {
    RehearsedVisitor reader = new RehearsedVisitor(desk);
    for (String page : READ) {
      reader.open(page);
    }
    reader.follow("/rare");
    String review = publish();
    reader.open(review);
    for (int i = 0; i < MEMBERS; i++) {
      comment(letIn("Member " + i), review);
    }
    reader.open(review);
  }

  /** An administrator signs in with a password and publishes a review. */
  private String publish() throws IOException {
    member("Editor", Role.ADMINISTRATOR, passwords.encode(PASSWORD));
    RehearsedVisitor editor = new RehearsedVisitor(desk);
    editor.open("/sign-in");
    editor.send("/sign-in", Map.of("who", "Editor", "password", PASSWORD));
    for (String page : WRITING) {
      editor.open(page);
    }
    editor.open("/drafts");
    String composer = editor.send("/drafts", Map.of("title", "A rehearsal"));
    String draft = composer.replaceFirst("\\?.*", "");
    editor.open(composer);
    editor.open(
        editor.send(
            draft, Map.of("title", "A rehearsal", "block-0", "*Words*.", "comments", "OPEN")));
    editor.open(editor.send(draft + "/publish", Map.of()));
    Post post = new Posts(store).byId(Long.parseLong(draft.replaceFirst(".*/", ""))).orElseThrow();
    return "/posts/" + post.address();
  }

  private Member member(String name, Role role, @Nullable String password) {
    Members.Joining joining =
        new Members.Joining(name, name.replace(' ', '.') + "@example.org", password);
    return new Members(store).add(joining, role).orElseThrow();
  }

  private RehearsedVisitor letIn(String name) throws IOException {
    Member member = member(name, Role.MEMBER, null);
    Tickets.Asked asked =
        new Tickets.Asked(
            Tickets.Purpose.SIGN_IN, member, Role.MEMBER, "", Duration.ofMinutes(15), 1);
    String link = "/sign-in/" + new Tickets(store).make(asked);
    RehearsedVisitor visitor = new RehearsedVisitor(desk);
    visitor.open(link);
    visitor.send(link, Map.of());
    return visitor;
  }

  private static void comment(RehearsedVisitor member, String review) throws IOException {
    for (int i = 0; i < COMMENTS_EACH; i++) {
      member.open(review);
      member.send(review + "/comments", Map.of("body", "Said *once*."));
    }
  }
}
