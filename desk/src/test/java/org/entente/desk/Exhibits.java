package org.entente.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.entente.store.Comments;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.JoinRequests;
import org.entente.store.Mails;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Query;
import org.entente.store.Role;
import org.entente.store.Store;
import org.entente.store.StoredStory;
import org.entente.store.StoredWatch;
import org.entente.store.Tickets;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.entente.store.WatchMails;
import org.entente.store.Watches;

/**
 * A desk with something of everything, and for each route with a variable or a needed field the
 * addresses at which there is something to see.
 */
final class Exhibits {
  /** An administrator, who may open everything. */
  static final String READER = "Ada Meridian";

  private static final List<String> FOUND =
      List.of(
          "kind=agreement&one=RUS&other=USA&by=week&on=2013-05-07",
          "kind=series&one=RUS&other=USA&by=week&on=2013-05-07",
          "kind=statements&speaker=Sergei+Lavrov&from=2013-05-01");

  private final Desk desk;
  private final Store store;
  private final Visitor ada;
  private final Member member;
  private final Map<String, List<String>> addresses = new LinkedHashMap<>();

  private Exhibits(Desk desk, Receiver server) {
    this.desk = desk;
    this.store = TestDesk.store(desk);
    this.ada = Visitor.signedIn(desk, READER, Role.ADMINISTRATOR);
    this.member = new Members(store).bySignIn(READER).orElseThrow();
    reading();
    String review = review();
    talking(review);
    importing();
    joining();
    working(server);
  }

  /**
   * @param server where feeds are, as one that answers and one that does not
   */
  static Exhibits on(Desk desk, Receiver server) {
    return new Exhibits(desk, server);
  }

  /**
   * Where to look at what a route shows: its path, unless more is needed.
   *
   * @throws AssertionError for a path with variables of which nothing is shown here
   */
  List<String> of(Route route) {
    List<String> known = addresses.get(route.pattern());
    if (known == null && route.pattern().contains("{")) {
      throw new AssertionError(
          "nothing is shown at " + route.pattern() + "; give Exhibits an address of it");
    }
    return known == null ? List.of(route.pattern()) : known;
  }

  private void show(String pattern, String... paths) {
    addresses.put(pattern, List.of(paths));
  }

  private void reading() {
    StoredStory story =
        store.stories(Query.ALL).stream()
            .max((a, b) -> Integer.compare(a.outlets().size(), b.outlets().size()))
            .orElseThrow();
    show("/assets/{version}/{name}", new Assets().path("desk.css"));
    show("/", "/?on=2013-05-07", "/");
    show("/wire", "/wire?words=conference", "/wire?words=unheard&actor=RUS");
    show("/article/{id}", "/article/311");
    show("/story/{id}", "/story/" + story.id());
    show("/event/{id}", "/event/1");
    show("/pair", "/pair?a=RUS&b=USA&on=2013-05-07", "/pair?a=SYR/REB&b=SYR&by=month");
    for (String file : List.of("series.csv", "series.json", "series.svg", "acts.csv")) {
      show("/pair/" + file, "/pair/" + file + "?a=RUS&b=USA");
    }
    show("/actor", "/actor?key=RUS");
    show("/find", "/find?words=russia");
    show("/speaker", "/speaker?name=Sergei+Lavrov");
    show("/{*old}", "/nowhere", "/2013/05/nowhere.html");
    show("/api/export/{layout}", "/api/export/events");
    show("/article/{id}/clip", "/article/311/clip", "/article/311/clip?about=conference");
    show(
        "/insert", "/insert?" + FOUND.get(0), "/insert?" + FOUND.get(1), "/insert?" + FOUND.get(2));
  }

  /**
   * A review with words, clips and all that the desk finds, before a second person and then out.
   */
  private String review() {
    String draft = to(ada.post("/drafts", "/drafts/import", Map.of("text", pasted())));
    String number = draft.substring(draft.lastIndexOf('/') + 1);
    Post post = new org.entente.store.Posts(store).byId(Long.parseLong(number)).orElseThrow();
    Content content = new Drafts(store).latest(post).content();
    Content tagged = new Content(content.title(), List.of("syria", "conference"), content.blocks());
    new Drafts(store).save(member, post, tagged, Post.CommentMode.OPEN);
    for (String asked : FOUND) {
      Map<String, String> fields = new HashMap<>(Map.of("draft", number));
      for (String field : asked.split("&")) {
        fields.put(field.split("=")[0], field.split("=")[1].replace('+', ' '));
      }
      to(ada.post("/insert?" + asked, "/insert", fields));
    }
    String waiting = to(ada.post("/drafts", "/drafts", Map.of("title", "What Ankara said")));
    ada.post(draft, draft + "/publish", Map.of("over", "yes"));
    Visitor second = Visitor.signedIn(desk, "Bertrand Quay", Role.EDITOR);
    String looked = to(second.post("/drafts", "/drafts", Map.of("title", "A week of visits")));
    second.post(looked, looked + "/look", Map.of("note", "Is the second paragraph fair?"));
    String address = new org.entente.store.Posts(store).byId(post.id()).orElseThrow().address();
    String[] at = address.split("/");
    show("/drafts/{id}", draft, waiting);
    show("/drafts/{id}/look", looked + "/look");
    show("/posts/{year}/{month}/{name}", "/posts/" + address);
    show("/posts/{year}/{month}/{name}/annotations", "/posts/" + address + "/annotations");
    shelf("/posts/months/{month}", "/posts/months/" + at[0] + "-" + at[1]);
    shelf("/posts/tags/{tag}", "/posts/tags/syria");
    topic();
    shelf("/posts/writers/{writer}", "/posts/writers/" + member.id());
    shelf("/posts/pairs/{one}/{other}", "/posts/pairs/RUS/USA");
    return "/posts/" + address;
  }

  private void topic() {
    Topic.Says says =
        new Topic.Says(
            "The conference on Syria",
            "Who calls for it, **who comes**, and what became of it.",
            List.of("syria", "conference"));
    Topic topic = new Topics(store).add(member, says);
    shelf("/posts/topics/{topic}", "/posts/topics/" + topic.address());
    show("/topics/{id}", "/topics/" + topic.id());
  }

  private void shelf(String pattern, String path) {
    show(pattern, path);
    show(pattern + "/{feed}", path + "/feed.atom");
  }

  private static String pasted() {
    Path root = Path.of(System.getProperty("entente.root"));
    try {
      return Files.readString(root.resolve("cli/src/main/resources/org/entente/cli/review.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void talking(String review) {
    String clip =
        ada.get(review)
            .body()
            .replaceAll("(?s).*?href=\"(/posts/[^\"]+/comments/[^\"]+)\".*", "$1");
    show("/posts/{year}/{month}/{name}/comments/{clip}", clip);
    String address = review.substring("/posts/".length());
    Post post = new org.entente.store.Posts(store).byAddress(address).orElseThrow();
    Comments comments = new Comments(store);
    long first = comments.add(member, said(post, null, "I had not seen the *third* one.")).id();
    Visitor reader = Visitor.signedIn(desk, "Cleo Harbour", Role.MEMBER);
    Member cleo = new Members(store).bySignIn("Cleo Harbour").orElseThrow();
    long answer = comments.add(cleo, said(post, first, "Nor had I. Is it the same raid?")).id();
    comments.report(member, answer, "It asks twice.");
    reader.post("/account", "/account/newsletter", Map.of("often", "EACH"));
    for (String what : List.of("reply", "edit", "delete", "report")) {
      show("/comments/{id}/" + what, "/comments/" + first + "/" + what);
    }
    show("/comments/{id}", "/comments/" + first);
    show("/moderation/{id}", "/moderation/" + answer);
  }

  private static Comments.Said said(
      Post post, @org.jspecify.annotations.Nullable Long on, String words) {
    return new Comments.Said(post.id(), on, null, words, UUID.randomUUID().toString());
  }

  /** Another blog's export, before it is taken in. */
  private void importing() {
    String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    String body =
        part.formatted("_csrf", "", ada.token("/import"))
            + part.formatted("owner", "", "0")
            + part.formatted("file", "; filename=\"ghost.json\"", export())
            + "--part--\r\n";
    HttpResponse<String> answer =
        ada.send(
            HttpRequest.newBuilder(desk.address().resolve("/import"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Cookie", ada.cookie())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    show("/import/{upload}", to(answer));
  }

  private static String export() {
    try (InputStream in = Exhibits.class.getResourceAsStream("blog/ghost.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void joining() {
    new JoinRequests(store).ask("Dora Fenwick", "dora@example.org", "I teach history in Meridian.");
    String invitation = "/join/" + ticket(Tickets.Purpose.INVITATION, null);
    show("/join/{ticket}", invitation);
    show("/sign-in/openid", "/sign-in/openid?next=%2Fnowhere"); // no issuer is named here
    show("/sign-in/openid/back", "/sign-in/openid/back?code=nowhere");
    show("/join/{ticket}/openid", "/join/nowhere/openid");
    show("/sign-in/{ticket}", "/sign-in/" + ticket(Tickets.Purpose.SIGN_IN, member));
    show("/confirm/{ticket}", "/confirm/" + ticket(Tickets.Purpose.CONFIRM, member));
    Mails mails = new Mails(store);
    show(
        "/unsubscribe/{token}",
        "/unsubscribe/" + mails.unsubscribing(member.id(), Mails.Kind.REVIEWS),
        "/unsubscribe/" + mails.unsubscribing(member.id(), Mails.Kind.NOTICES));
  }

  private String ticket(Tickets.Purpose purpose, @org.jspecify.annotations.Nullable Member whose) {
    return new Tickets(store)
        .make(new Tickets.Asked(purpose, whose, Role.MEMBER, "", Duration.ofDays(1), 1));
  }

  private void working(Receiver server) {
    ada.post("/review", "/review/1", Map.of("verdict", "accepted", "reason", "As it says."));
    Map<String, String> change = new HashMap<>(Map.of("verdict", "changed", "code", "036"));
    change.putAll(Map.of("status", "hoped", "source", "Russia", "target", "United States"));
    change.put("reason", "Only hoped.");
    ada.post("/review", "/review/2", change);
    show("/review/{id}", "/review/2");
    server.put(
        "/fine",
        Receiver.Answer.of(
            "text/xml", "<rss><channel><title>An Empty Gazette</title></channel></rss>"));
    for (String feed : List.of("/fine", "/dead")) {
      ada.post("/sources", "/sources/feeds", Map.of("address", server.address() + feed));
    }
    String given = "";
    for (String word : List.of("condemned", "praised")) {
      given = paste("Moscow answers\n\nRussia " + word + " the United States on Tuesday.", "a");
    }
    show("/sources/intake/{id}", given);
    watching(server);
    String versions = ada.get(given).body().replaceAll("(?s).*href=\"(/versions/[0-9]+)\".*", "$1");
    show("/versions/{id}", versions);
  }

  private void watching(Receiver server) {
    Map<String, String> watch = new HashMap<>();
    watch.putAll(Map.of("name", "Moscow and Washington", "a", "Russia", "b", "United States"));
    watch.putAll(Map.of("rare", "on", "mail", "ada@example.org", "hook", server.address() + "/h"));
    String made = to(ada.post("/watches", "/watches", watch));
    paste("Talks\n\nRussia praised the United States on Wednesday.", "b");
    TestDesk.watching(desk).look();
    String page = ada.get("/watches/1").body();
    String feed = page.replaceAll("(?s).*(/feeds/[^/\"]+)/atom.xml.*", "$1");
    show("/watches/{id}", "/watches/1");
    show("/watches/{id}/edit", "/watches/1/edit");
    StoredWatch stored = new Watches(store).all().getFirst();
    show(
        "/confirm/watch/{ticket}",
        "/confirm/watch/" + new WatchMails(store).ask(stored, Duration.ofDays(1)).orElseThrow());
    show("/feeds/{token}/atom.xml", feed + "/atom.xml");
    show("/feeds/{token}/feed.json", feed + "/feed.json");
    if (made.isEmpty()) {
      throw new AssertionError("the watch was not made");
    }
  }

  private String paste(String text, String name) {
    String at = "https://gazette.example/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    return to(ada.post("/sources/paste", "/sources/paste", Map.of("text", text, "address", at)));
  }

  /** Where an answer to a form leads. */
  private static String to(HttpResponse<String> answer) {
    if (answer.statusCode() != 303) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("[?#].*", "");
  }

  /** Who sees what is kept from the public. */
  Visitor reader() {
    return ada;
  }
}
