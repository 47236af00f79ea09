package org.entente.desk.member;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.desk.Entrance;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.RateLimits.Limit;
import org.entente.desk.SignedIn;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Identities;
import org.entente.store.Member;
import org.entente.store.MemberData;
import org.entente.store.Members;
import org.entente.store.Newsletters;
import org.entente.store.Passkeys;
import org.entente.store.Posts;
import org.entente.store.Query;
import org.entente.store.Quoted;
import org.entente.store.Store;
import org.entente.store.StoredWatch;
import org.entente.store.Watches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the desk knows of a member: handed out to it, and forgotten when it says so. */
public final class OwnDataPages {
  private final Members members;
  private final Comments comments;
  private final Posts posts;
  private final Passkeys passkeys;
  private final Identities identities;
  private final MemberData data;
  private final Newsletters newsletters;
  private final Watches watches;
  private final Pages pages;
  private final Entrance entrance;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public OwnDataPages(Store store, Pages pages, Entrance entrance) {
    this.members = new Members(store);
    this.comments = new Comments(store);
    this.posts = new Posts(store);
    this.passkeys = new Passkeys(store);
    this.identities = new Identities(store);
    this.data = new MemberData(store);
    this.newsletters = new Newsletters(store);
    this.watches = new Watches(store);
    this.pages = pages;
    this.entrance = entrance;
  }

  /** All of it, as JSON. */
  public ServerResponse export(ServerRequest request) {
    Member member = SignedIn.required(request);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("account", account(member));
    all.put(
        "passkeys",
        passkeys.of(member).stream()
            .map(k ->
                Map.of(
                    "label", k.label(), "made", k.made().toString(), "used", k.used().toString()))
            .toList());
    all.put("sessions", entrance.sessions().of(member));
    all.put("elsewhere", identities.of(member));
    all.put("comments", comments.by(member).stream().map(this::comment).toList());
    all.put(
        "posts",
        posts.by(member).stream()
            .map(p ->
                Map.of(
                    "title",
                    p.title(),
                    "address",
                    PostPath.of(p),
                    "lead",
                    p.lead(),
                    "state",
                    p.state().name()))
            .toList());
    all.put("reports", data.reports(member));
    all.put("watches", watches.of(member).stream().map(OwnDataPages::watch).toList());
    newsletters.of(member).ifPresent(choice -> all.put("reviewsByMail", choice));
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("entente-member.json").build().toString())
        .body(json.writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> account(Member member) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("name", member.name());
    account.put("mail", member.mail());
    account.put("confirmed", member.confirmed());
    account.put("role", member.role().word());
    account.put("joined", member.joined().toString());
    account.put("notices", member.notices().name());
    Member.Mute mute = member.mute();
    if (mute != null) {
      account.put("muted", Map.of("until", mute.until().toString(), "reason", mute.reason()));
    }
    return account;
  }

  private static Map<String, Object> watch(StoredWatch watch) {
    Query view = watch.view();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", watch.name());
    one.put("made", watch.made().toString());
    one.put("words", view.words());
    one.put("actors", view.actors().stream().map(Object::toString).toList());
    one.put("codes", view.codes());
    one.put("status", view.status() == null ? null : view.status().word());
    one.put("outlet", view.outlet());
    one.put("from", view.from() == null ? null : view.from().toString());
    one.put("to", view.to() == null ? null : view.to().toString());
    one.put("rareWeeks", watch.rare());
    one.put("mail", watch.to().mail());
    one.put("webhook", watch.to().hook());
    return one;
  }

  private Map<String, Object> comment(Comment comment) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("post", posts.byId(comment.post()).map(PostPath::of).orElse(""));
    one.put("made", comment.made().toString());
    one.put("state", comment.standing().state().name());
    one.put("body", comment.body());
    Quoted about = comment.passage();
    if (about != null) {
      one.put("about", about.exact());
      if (about.source() != null) {
        one.put("clip", about.source().name());
      }
    }
    List<String> versions = comments.versions(comment);
    if (!versions.isEmpty()) {
      one.put("before", versions);
    }
    return one;
  }

  /** Asks before anything is forgotten. */
  public ServerResponse erasing(ServerRequest request) {
    return page(request, null);
  }

  /** Forgets the member. Who has a password must know it, who has none types its name. */
  public ServerResponse erase(ServerRequest request) {
    Member member = SignedIn.required(request);
    Form form = new Form(request);
    String key = "password " + member.id();
    entrance.limits().check(Limit.SIGN_IN, key);
    Optional<String> hash = members.password(member);
    boolean sure =
        hash.isPresent()
            ? entrance.passwords().matches(form.raw("password", 512), hash)
            : form.line("name", 200).equals(member.name());
    if (!sure) {
      entrance.limits().count(Limit.SIGN_IN, key);
      return page(
          request,
          hash.isPresent() ? "The password is another." : "Type your name as it stands above.");
    }
    data.erase(member);
    entrance.sessions().end(request);
    return Pages.seeOther("/");
  }

  private ServerResponse page(ServerRequest request, @Nullable String fault) {
    Member member = SignedIn.required(request);
    EraseView view = new EraseView(member, members.password(member).isPresent(), fault);
    return pages.page(
        request,
        new Page("Erase your account", "member/erase.jte", view)
            .withStatus(fault == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT));
  }

  /**
   * What is about to be forgotten.
   *
   * @param member whose
   * @param hasPassword whether the password is asked for, or the name
   * @param fault what was wrong, or null
   */
  public record EraseView(Member member, boolean hasPassword, @Nullable String fault) {}
}
