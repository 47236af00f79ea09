package org.entente.desk.member;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Posts;
import org.entente.store.Role;

/** A published post to talk below, for tests. */
record Talk(Desk desk, Post post) {
  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

  static Talk below(Desk desk, CommentMode mode) {
    String name = "Author of " + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    Member author = Visitor.member(desk, name + " " + System.nanoTime() % 100000, Role.CONTRIBUTOR);
    Posts posts = new Posts(TestDesk.store(desk));
    Posts.Draft draft =
        new Posts.Draft("A review " + mode, "Arnor *urged* Gondor to stop.\n\nTwice.", mode);
    return new Talk(desk, posts.set(posts.add(author, draft), Post.State.PUBLISHED));
  }

  String path() {
    return "/posts/" + post.address();
  }

  /** Says something through the page's own form. */
  HttpResponse<String> say(Visitor who, String body) {
    return say(who, Map.of("body", body, "form", form(who)));
  }

  HttpResponse<String> say(Visitor who, Map<String, String> fields) {
    return who.post(path(), path() + "/comments", new HashMap<>(fields));
  }

  String form(Visitor who) {
    Matcher found = FORM.matcher(who.get(path()).body());
    return found.find() ? found.group(1) : "no-form-on-this-page";
  }

  String page() {
    return Visitor.at(desk).get(path()).body();
  }

  /** The key of the comment that an answer leads to. */
  static long key(HttpResponse<String> answer) {
    String to = answer.headers().firstValue("Location").orElse("");
    return Long.parseLong(to.substring(to.indexOf("#comment-") + 9));
  }
}
