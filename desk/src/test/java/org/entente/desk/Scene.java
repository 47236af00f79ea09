package org.entente.desk;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.store.Acts;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Moderation;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A desk with one of each kind of person and things that are not theirs, for tests of permissions.
 */
final class Scene {
  private final Desk desk;
  private final Store store;
  private final Members members;
  private final Comments comments;
  private final Posts posts;
  private final Map<Person, Visitor> visitors = new EnumMap<>(Person.class);
  private final Member owner;
  private final Member boss;
  private final Visitor stranger;
  private final Post open;
  private final Post draft;
  private final Map<Visitor, String> names = new HashMap<>();
  private int number;

  private Scene(Desk desk) {
    this.desk = desk;
    this.store = TestDesk.store(desk);
    this.members = new Members(store);
    this.comments = new Comments(store);
    this.posts = new Posts(store);
    this.owner = Visitor.member(desk, "Owner of things", Role.CONTRIBUTOR);
    this.boss = Visitor.member(desk, "Another administrator", Role.ADMINISTRATOR);
    this.stranger = Visitor.signedIn(desk, "A stranger", Role.ADMINISTRATOR);
    this.open = post(CommentMode.OPEN);
    this.draft = posts.add(owner, new Posts.Draft("A draft", "Words.", CommentMode.OPEN));
  }

  static Scene on(Desk desk) {
    return new Scene(desk);
  }

  Post post(CommentMode mode) {
    Post post = posts.add(owner, new Posts.Draft("A review " + mode, "Words.", mode));
    return posts.set(post, Post.State.PUBLISHED);
  }

  /** The one of a kind, signed in. */
  Visitor visitor(Person person) {
    Visitor known = visitors.computeIfAbsent(person, this::fresh);
    if (person != Person.ANONYMOUS && known.get("/account").statusCode() != 200) {
      known = fresh(person); // it has just signed out, or erased itself
      visitors.put(person, known);
    }
    return known;
  }

  /** Another of a kind, signed in. */
  Visitor fresh(Person person) {
    Role role = person.role();
    if (role == null) {
      return Visitor.at(desk);
    }
    String name = person.word() + " " + ++number;
    Visitor visitor = Visitor.signedIn(desk, name, role);
    if (person == Person.MUTED) {
      members.mute(boss, member(name), Instant.now().plus(Duration.ofDays(30)), "a test");
    }
    names.put(visitor, name);
    return visitor;
  }

  private Member member(String name) {
    return members.bySignIn(name).orElseThrow();
  }

  private Member member(Visitor visitor) {
    return member(Objects.requireNonNull(names.get(visitor)));
  }

  /** An address of a route: the open review, and numbers that nothing has. */
  String path(Route route) {
    String[] at = open.address().split("/");
    return route
        .pattern()
        .replace("{year}", at[0])
        .replace("{month}", at[1])
        .replace("{name}", at[2])
        .replace("{id}", "999999")
        .replaceAll("\\{[^}]+\\}", "x");
  }

  /** A page with a form, for whoever it is. */
  String pageWithForm(Visitor visitor) {
    return names.containsKey(visitor) ? "/account" : "/sign-in";
  }

  String tokenOfAnother() {
    return stranger.token("/account");
  }

  /** Makes and signs in one of each, so that nothing is written for it later. */
  void gather() {
    for (Person person : Person.values()) {
      visitor(person);
    }
  }

  /** A short number of all that a write could change. */
  String everything() {
    List<Comment> said = members.all().stream().flatMap(m -> comments.by(m).stream()).toList();
    String all =
        Stream.of(
                members.all(),
                posts.published(1000, 0),
                posts.by(owner),
                said,
                new Acts(store).newest(1000),
                new Moderation(store).reports())
            .map(Object::toString)
            .collect(Collectors.joining("\n"));
    return all.length() + " " + Integer.toHexString(all.hashCode());
  }

  /** What becomes of a comment: "shows", "held" or "–". */
  String comments(Person person, CommentMode mode) {
    desk.part(Entrance.class).limits().clear();
    Visitor visitor = person == Person.ANONYMOUS ? Visitor.at(desk) : fresh(person);
    return says(visitor, post(mode));
  }

  private String says(Visitor visitor, Post post) {
    String before = everything();
    String path = "/posts/" + post.address() + "/comments";
    Map<String, String> fields = Map.of("body", "words", "form", UUID.randomUUID().toString());
    HttpResponse<String> answer = visitor.post(path, fields, visitor.token(pageWithForm(visitor)));
    if (answer.statusCode() == 403) {
      return everything().equals(before) ? "–" : "refused, and yet something changed";
    }
    Comment comment = comments.by(member(visitor)).getFirst();
    return comment.shown() && comments.isVisible(comment)
        ? "shows"
        : comment.standing().state() == Comment.State.HELD ? "held" : "lost";
  }

  /** Somebody of whom a comment was approved, in each mode. */
  String trusted() {
    Visitor visitor = fresh(Person.MEMBER);
    says(visitor, post(CommentMode.HELD));
    long held = comments.by(member(visitor)).getFirst().id();
    new Moderation(store).act(boss, held, Moderation.Act.APPROVE, "");
    return row(visitor);
  }

  /** The author of the review, in each mode. */
  String author() {
    Visitor visitor = Visitor.at(desk);
    visitor.signIn(owner.name(), Visitor.PASSWORD);
    names.put(visitor, owner.name());
    return row(visitor);
  }

  private String row(Visitor visitor) {
    return Stream.of(CommentMode.values())
        .map(m -> says(visitor, post(m)))
        .collect(Collectors.joining(" | "));
  }

  /** Whether somebody can do something, by what the answer says and by what has changed. */
  boolean touches(Person person, Touch touch) {
    Visitor visitor = person == Person.ANONYMOUS ? Visitor.at(desk) : fresh(person);
    Comment others = comment(owner, open);
    String before = everything();
    return switch (touch) {
      case ANSWER -> posts(visitor, "/posts/" + open.address() + "/comments", said(others), before);
      case EDIT_OWN -> own(person, visitor, "edit");
      case DELETE_OWN -> own(person, visitor, "delete");
      case EDIT_OTHER -> on(visitor, others, "edit", before);
      case DELETE_OTHER -> on(visitor, others, "delete", before);
      case REPORT -> on(visitor, others, "report", before);
      case APPROVE -> moderates(visitor, held(), touch);
      case HIDE, REMOVE, PIN, SETTLE -> moderates(visitor, others, touch);
      case MUTE -> mutes(visitor, Role.MEMBER);
      case MUTE_MODERATOR -> mutes(visitor, Role.MODERATOR);
      case ROLE ->
          posts(
              visitor,
              "/members/" + another(Role.MEMBER).id() + "/role",
              Map.of("role", "EDITOR"),
              null);
      case INVITE_MEMBER -> invites(visitor, "MEMBER", before);
      case INVITE_ADMINISTRATOR -> invites(visitor, "ADMINISTRATOR", before);
      case READ_HELD -> visitor.get("/moderation/" + held().id()).statusCode() == 200;
      case READ_DRAFT -> visitor.get("/posts/" + draft.address()).statusCode() == 200;
    };
  }

  private Member another(Role role) {
    return Visitor.member(desk, "Someone " + ++number, role);
  }

  private Comment comment(Member member, Post post) {
    return comments.add(
        member, new Comments.Said(post.id(), null, null, "words", UUID.randomUUID().toString()));
  }

  private Comment held() {
    return comment(another(Role.MEMBER), post(CommentMode.HELD));
  }

  private static Map<String, String> said(Comment parent) {
    return Map.of(
        "body", "words", "form", UUID.randomUUID().toString(), "parent", "" + parent.id());
  }

  private boolean own(Person person, Visitor visitor, String what) {
    if (person == Person.ANONYMOUS) {
      return false;
    }
    Member member = member(visitor);
    Member speaking = member;
    if (person == Person.MUTED) { // it has said something before it was muted
      members.mute(boss, member, Instant.EPOCH, "");
      speaking = member(visitor);
    }
    Comment comment = comment(speaking, open);
    if (person == Person.MUTED) {
      members.mute(boss, member, Instant.now().plus(Duration.ofDays(9)), "a test");
    }
    return on(visitor, comment, what, everything());
  }

  private boolean on(Visitor visitor, Comment comment, String what, String before) {
    Map<String, String> fields = Map.of("body", "changed words", "reason", "because");
    return posts(visitor, "/comments/" + comment.id() + "/" + what, fields, before);
  }

  private boolean moderates(Visitor visitor, Comment comment, Touch touch) {
    return posts(visitor, "/moderation/" + comment.id(), Map.of("act", touch.name()), everything());
  }

  private boolean mutes(Visitor visitor, Role role) {
    Member someone = another(role);
    return posts(
        visitor,
        "/members/" + someone.id() + "/mute",
        Map.of("days", "3", "reason", "a test"),
        everything());
  }

  private boolean invites(Visitor visitor, String role, String before) {
    return posts(visitor, "/members/invitations", Map.of("role", role), before);
  }

  /** Whether a form was taken; one that was not must have changed nothing. */
  private boolean posts(
      Visitor visitor, String path, Map<String, String> fields, @Nullable String known) {
    String token = visitor.token(pageWithForm(visitor));
    String before = known == null ? everything() : known;
    int status = visitor.post(path, fields, token).statusCode();
    boolean changed = !everything().equals(before);
    boolean taken = status == 303 || status == 200;
    if (changed != taken) {
      throw new AssertionError(path + " answers " + status + " and changed: " + changed);
    }
    return taken;
  }
}
