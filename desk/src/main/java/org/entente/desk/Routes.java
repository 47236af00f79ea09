package org.entente.desk;

import static org.entente.desk.Access.ADMINISTRATOR;
import static org.entente.desk.Access.CONTRIBUTOR;
import static org.entente.desk.Access.EDITOR;
import static org.entente.desk.Access.EVERYONE;
import static org.entente.desk.Access.MEMBER;
import static org.entente.desk.Access.MODERATOR;

import java.util.ArrayList;
import java.util.List;
import org.entente.desk.api.Api;
import org.entente.desk.blog.BlogPages;
import org.entente.desk.blog.OldAddresses;
import org.entente.desk.member.AccountPages;
import org.entente.desk.member.AskPages;
import org.entente.desk.member.CommentPages;
import org.entente.desk.member.JoinPages;
import org.entente.desk.member.LinkPages;
import org.entente.desk.member.MemberFeature;
import org.entente.desk.member.MembersPages;
import org.entente.desk.member.ModerationPages;
import org.entente.desk.member.OpenIdPages;
import org.entente.desk.member.OwnDataPages;
import org.entente.desk.member.PasskeyPages;
import org.entente.desk.member.SayPages;
import org.entente.desk.member.SignInPages;
import org.entente.desk.publish.ClipPages;
import org.entente.desk.publish.DraftPages;
import org.entente.desk.publish.InsertPages;
import org.entente.desk.publish.ListPages;
import org.entente.desk.publish.LookPages;
import org.entente.desk.publish.PostPages;
import org.entente.desk.publish.PublishFeature;
import org.entente.desk.publish.PublishPages;
import org.entente.desk.publish.TopicPages;
import org.entente.desk.review.ReviewPages;
import org.entente.desk.sources.GivenPages;
import org.entente.desk.sources.SourcePages;
import org.entente.desk.watch.WatchPages;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Every address of the desk, one row each: method, path, who may, what answers, what it does. What
 * is not in the table is not served, and Spring Security's rules are made of the same rows.
 */
public final class Routes {
  /** Where Tomcat sends what is refused before a handler is reached. */
  static final String REFUSED = "/refused";

  /** The one form that needs no token: its address is the proof, and a mail program sends it. */
  static final String UNSUBSCRIBE = "/unsubscribe/{token}";

  private final List<Route> table = new ArrayList<>();
  private final Faults faults;

  Routes(Assets assets, Faults faults, Features features) {
    this.faults = faults;
    get("/assets/{version}/{name}", EVERYONE, assets::serve, "style sheet, scripts, icon");
    reading(features.reading(), features.publish().old());
    publishing(features.publish());
    writing(features.publish());
    joining(features.member());
    programs(features.api());
    commenting(features.member());
    working(features.work());
    get("/{*old}", EVERYONE, features.publish().old()::lead, "leads to what stood here elsewhere");
  }

  private void reading(ReadingFeature pages, OldAddresses old) {
    KeptPages kept = pages.kept();
    get(
        "/",
        EVERYONE,
        old.before(kept.of(pages.front()::show)),
        "what is rare, newest stories, what comes due");
    get("/rare", EVERYONE, pages.front()::rare, "leads to the last week with a rare pair");
    get(
        "/wire",
        EVERYONE,
        kept.of(pages.wire()::show),
        "stories by words, actors, code, status, outlet, days");
    get("/article/{id}", EVERYONE, kept.of(pages.article()::show), "an article with its evidence");
    get("/story/{id}", EVERYONE, kept.of(pages.story()::show), "a story, outlet beside outlet");
    get("/event/{id}", EVERYONE, kept.of(pages.article()::event), "leads to an event's sentence");
    get("/pairs", EVERYONE, kept.of(pages.pair()::list), "all pairs");
    get("/pair", EVERYONE, kept.of(pages.pair()::show), "agreement, tension and rarity of two");
    get("/pair/series.csv", EVERYONE, kept.of(pages.pair()::csv), "the chart's data");
    get(
        "/pair/series.json",
        EVERYONE,
        kept.of(pages.pair()::json),
        "the chart's data and the answer");
    get("/pair/series.svg", EVERYONE, kept.of(pages.pair()::svg), "the chart");
    get("/pair/acts.csv", EVERYONE, kept.of(pages.pair()::acts), "the acts of the bin");
    get("/actors", EVERYONE, kept.of(pages.actor()::list), "who acts, who speaks");
    get("/actor", EVERYONE, kept.of(pages.actor()::actor), "one actor");
    get("/speaker", EVERYONE, kept.of(pages.speaker()::show), "what one speaker says");
    get("/calendar", EVERYONE, kept.of(pages.calendar()::show), "what was announced");
    get("/calendar.ics", EVERYONE, kept.of(pages.calendar()::file), "the same as iCalendar");
    get("/network", EVERYONE, kept.of(pages.network()::show), "who acts on whom");
    get("/codebook", EVERYONE, kept.of(pages.codebook()::show), "types and rules");
    get("/find", EVERYONE, pages.find()::find, "where words lead, for the command palette");
  }

  private void publishing(PublishFeature publish) {
    ListPages lists = publish.lists();
    open("/posts", lists::list, "press reviews, newest first");
    open("/posts/months/{month}", lists::month, "the reviews of a month");
    open("/posts/topics/{topic}", publish.topics()::show, "a topic with its reviews and pairs");
    open("/posts/tags/{tag}", lists::tag, "the reviews with a tag");
    open("/posts/writers/{writer}", lists::writer, "the reviews of a writer");
    open("/posts/pairs/{one}/{other}", lists::pair, "the reviews on two actors");
    get("/posts.atom", EVERYONE, lists::atom, "the newest reviews as Atom");
    get("/posts.rss", EVERYONE, lists::rss, "the newest reviews as RSS");
    get("/posts.json", EVERYONE, lists::json, "the newest reviews as JSON Feed");
    get("/posts/months/{month}/{feed}", EVERYONE, lists::monthFeed, "a month as a feed");
    get("/posts/topics/{topic}/{feed}", EVERYONE, lists::topicFeed, "a topic as a feed");
    get("/posts/tags/{tag}/{feed}", EVERYONE, lists::tagFeed, "a tag as a feed");
    get("/posts/writers/{writer}/{feed}", EVERYONE, lists::writerFeed, "a writer as a feed");
    get("/posts/pairs/{one}/{other}/{feed}", EVERYONE, lists::pairFeed, "two actors as a feed");
    get("/comments.atom", EVERYONE, publish.talk()::atom, "the newest comments as Atom");
    get("/comments.json", EVERYONE, publish.talk()::json, "the newest comments as JSON Feed");
    get("/comments.rss", EVERYONE, publish.talk()::rss, "the newest comments as RSS");
    get("/sitemap.xml", EVERYONE, publish.talk()::siteMap, "the addresses of all reviews");
    PostPages posts = publish.posts();
    open(
        "/posts/{year}/{month}/{name}/annotations",
        posts::annotations,
        "a review's clips as Web Annotations");
    open("/posts/{year}/{month}/{name}", posts::show, "a press review with its comments");
  }

  /** A page that everybody reads, and that browsers may keep as long as it holds. */
  private void open(String pattern, HandlerFunction<ServerResponse> handler, String does) {
    get(pattern, EVERYONE, Revalidated.of(handler), does);
  }

  private void writing(PublishFeature publish) {
    DraftPages drafts = publish.drafts();
    get("/drafts", CONTRIBUTOR, drafts::list, "one's own reviews; an editor's: all");
    post("/drafts", CONTRIBUTOR, drafts::begin, "begins a review");
    post("/drafts/import", CONTRIBUTOR, drafts::take, "makes a draft of a pasted press review");
    post(
        "/drafts/rule",
        ADMINISTRATOR,
        publish.looks()::rule,
        "decides whether a second person is needed");
    BlogPages blog = publish.blog();
    get("/import", ADMINISTRATOR, blog::form, "the form for another blog's export");
    post("/import", ADMINISTRATOR, blog::upload, "keeps an export for a look at it");
    get("/import/{upload}", ADMINISTRATOR, blog::look, "what would come of it, or what came");
    post("/import/{upload}", ADMINISTRATOR, blog::take, "takes it in");
    get("/drafts/{id}", CONTRIBUTOR, drafts::compose, "the composer");
    post("/drafts/{id}", CONTRIBUTOR, drafts::save, "keeps a version of a review");
    InsertPages inserts = publish.inserts();
    post("/drafts/{id}/claims", CONTRIBUTOR, inserts::claim, "inserts what the desk says now");
    get("/insert", CONTRIBUTOR, inserts::form, "how something would stand in a review");
    post("/insert", CONTRIBUTOR, inserts::insert, "inserts it into the chosen review");
    post("/drafts/{id}/autosave", CONTRIBUTOR, drafts::saveByItself, "keeps what is being written");
    PublishPages publishing = publish.publishing();
    post("/drafts/{id}/publish", CONTRIBUTOR, publishing::publish, "shows a review to the public");
    post("/drafts/{id}/schedule", CONTRIBUTOR, publishing::schedule, "publishes it at a moment");
    post("/drafts/{id}/unschedule", CONTRIBUTOR, publishing::unschedule, "forgets that moment");
    post("/drafts/{id}/withdraw", CONTRIBUTOR, publishing::withdraw, "takes a review away");
    post("/drafts/{id}/restore", CONTRIBUTOR, drafts::restore, "makes an older version the newest");
    LookPages looks = publish.looks();
    post("/drafts/{id}/look", CONTRIBUTOR, looks::ask, "asks for a second person");
    get("/drafts/{id}/look", CONTRIBUTOR, looks::show, "a review before a second person");
    post("/drafts/{id}/look/answer", CONTRIBUTOR, looks::answer, "approves it or sends it back");
    TopicPages topics = publish.topics();
    get("/topics", EDITOR, topics::list, "all topics and the form for another");
    post("/topics", EDITOR, topics::add, "makes a topic");
    get("/topics/{id}", EDITOR, topics::edit, "the form that changes a topic");
    post("/topics/{id}", EDITOR, topics::change, "changes, withdraws or shows a topic");
    ClipPages clips = publish.clips();
    get("/article/{id}/clip", CONTRIBUTOR, clips::form, "the form for clipping words");
    post("/article/{id}/clip", CONTRIBUTOR, clips::clip, "puts words of an article into a review");
  }

  private void joining(MemberFeature member) {
    SignInPages in = member.signIn();
    get("/sign-in", EVERYONE, in::show, "the form for signing in");
    post("/sign-in", EVERYONE, in::signIn, "signs in with a password");
    PasskeyPages passkey = member.passkeys();
    post("/sign-in/passkey/options", EVERYONE, passkey::signing, "what a passkey is to sign");
    post("/sign-in/passkey", EVERYONE, passkey::sign, "signs in with a passkey");
    OpenIdPages openId = member.openId();
    get(
        "/sign-in/openid",
        EVERYONE,
        openId::go,
        "leads to the issuer by whose word members sign in");
    get(OpenIdPages.BACK, EVERYONE, openId::back, "signs in by the word of that issuer");
    get("/join/{ticket}/openid", EVERYONE, openId::goJoining, "leads there with an invitation");
    post("/account/openid", MEMBER, openId::linking, "links one's account at that issuer");
    post("/account/openid/remove", MEMBER, openId::unlink, "forgets that account");
    post("/sign-out", MEMBER, in::signOut, "signs out");
    LinkPages links = member.links();
    get("/sign-in/link", EVERYONE, links::asking, "the form for a link by mail");
    post("/sign-in/link", EVERYONE, links::ask, "sends a link that signs in");
    get("/sign-in/{ticket}", EVERYONE, links::signingIn, "a link from a mail: a button");
    post("/sign-in/{ticket}", EVERYONE, links::signIn, "signs in by a link from a mail");
    get("/confirm/{ticket}", EVERYONE, links::confirming, "proof of an address: a button");
    post("/confirm/{ticket}", EVERYONE, links::confirm, "proves an address");
    get(UNSUBSCRIBE, EVERYONE, links::unsubscribing, "no more mails: a button");
    post(UNSUBSCRIBE, EVERYONE, links::unsubscribe, "ends mails, without a session");
    AskPages ask = member.ask();
    get("/join", EVERYONE, ask::show, "the form for asking to join");
    post("/join", EVERYONE, ask::ask, "asks to join");
    post("/members/requests/{id}/accept", MODERATOR, ask::accept, "lets in who asked");
    post("/members/requests/{id}/refuse", MODERATOR, ask::refuse, "forgets who asked");
    JoinPages join = member.join();
    get("/join/{ticket}", EVERYONE, join::show, "an invitation: the form for joining");
    post("/join/{ticket}", EVERYONE, join::join, "joins by an invitation");
    AccountPages account = member.account();
    get("/account", MEMBER, account::show, "one's own account");
    post("/account/password", MEMBER, account::password, "another password");
    post("/account/mail", MEMBER, account::mail, "another address");
    post("/account/mail/prove", MEMBER, links::proveAgain, "sends the proof of an address again");
    post("/account/notices", MEMBER, account::notices, "which mails a member wants");
    post("/account/newsletter", MEMBER, member.newsletter()::choose, "which reviews come by mail");
    post("/account/sessions", MEMBER, account::endSessions, "ends all own sessions");
    OwnDataPages data = member.data();
    get("/account/export", MEMBER, data::export, "all that is known of oneself");
    get("/account/erase", MEMBER, data::erasing, "asks before erasing one's account");
    post("/account/erase", MEMBER, data::erase, "erases one's account");
    post("/account/passkeys/options", MEMBER, passkey::making, "what a new passkey is to sign");
    post("/account/passkeys", MEMBER, passkey::make, "keeps a new passkey");
    post("/account/passkeys/{passkey}/remove", MEMBER, passkey::remove, "forgets an own passkey");
    MembersPages all = member.members();
    get("/members", MODERATOR, all::show, "who is a member, who was invited");
    post("/members/invitations", MODERATOR, all::invite, "makes an invitation");
    post(
        "/members/invitations/{invitation}/end",
        MODERATOR,
        all::takeBack,
        "takes an invitation back");
    post("/members/{id}/role", ADMINISTRATOR, all::role, "gives a member another role");
  }

  private void commenting(MemberFeature member) {
    CommentPages one = member.comments();
    SayPages say = member.say();
    post("/posts/{year}/{month}/{name}/comments", MEMBER, say::say, "says something below a post");
    get(
        "/posts/{year}/{month}/{name}/comments/{clip}",
        MEMBER,
        say::onClip,
        "the form for a comment on a clip");
    get("/comments/{id}", EVERYONE, one::go, "leads to a comment");
    get("/comments/{id}/reply", MEMBER, say::reply, "the form for an answer");
    get("/comments/{id}/edit", MEMBER, one::editing, "the form for changing one's own comment");
    post("/comments/{id}/edit", MEMBER, one::edit, "changes one's own comment");
    get("/comments/{id}/delete", MEMBER, one::deleting, "asks before removing one's own comment");
    post("/comments/{id}/delete", MEMBER, one::delete, "removes one's own comment");
    get("/comments/{id}/report", MEMBER, one::reporting, "the form for reporting a comment");
    post("/comments/{id}/report", MEMBER, one::report, "tells moderators about a comment");
    ModerationPages all = member.moderation();
    get("/moderation", MODERATOR, all::queue, "comments that wait or are reported");
    get("/moderation/{id}", MODERATOR, all::show, "one comment, before a moderator");
    post("/moderation/{id}", MODERATOR, all::act, "approves, hides, removes, pins, settles");
    post("/members/{id}/mute", MODERATOR, all::mute, "lets a member not comment for a while");
    get("/acts", MODERATOR, all::acts, "what moderators and administrators did");
  }

  private void working(Work work) {
    ReviewPages review = work.review();
    get("/review", CONTRIBUTOR, review::queue, "the next coding to check, by several queues");
    get("/review/{id}", CONTRIBUTOR, review::event, "one coding with its checks");
    post("/review/{id}", CONTRIBUTOR, review::check, "keeps a check: accepted, rejected, changed");
    get("/checks", EVERYONE, review::checks, "all checks and the error rate");
    SourcePages sources = work.sources();
    get("/sources", CONTRIBUTOR, sources::list, "feeds with their state, what was given last");
    post("/sources/feeds", EDITOR, sources::add, "adds a feed");
    post("/sources/feeds/{id}", EDITOR, sources::change, "reads, stops or removes a feed");
    get("/sources/feeds.opml", CONTRIBUTOR, sources::opml, "all feeds as OPML");
    post("/sources/opml", EDITOR, sources::addOpml, "adds the feeds of an OPML file");
    GivenPages given = work.given();
    get("/sources/paste", CONTRIBUTOR, given::form, "the form to paste into");
    post("/sources/paste", CONTRIBUTOR, given::paste, "reads a text, a page or an address");
    post("/sources/upload", CONTRIBUTOR, given::upload, "reads a file");
    get("/sources/intake/{id}", CONTRIBUTOR, given::show, "what became of something given");
    get("/versions/{id}", EVERYONE, work.versions()::show, "versions of a text, compared");
    watching(work.watches());
    get("/confirm/watch/{ticket}", EVERYONE, work.consent()::show, "mails of a watch: a button");
    post("/confirm/watch/{ticket}", EVERYONE, work.consent()::agree, "agrees to get them");
  }

  private void watching(WatchPages watches) {
    get("/watches", MEMBER, watches::list, "one's watches, and a form for another");
    post("/watches", MEMBER, watches::add, "makes a watch");
    get("/watches/{id}", MEMBER, watches::show, "what a watch found and sent");
    post("/watches/{id}", MEMBER, watches::edit, "changes a watch");
    get("/watches/{id}/edit", MEMBER, watches::editing, "the form that changes a watch");
    post("/watches/{id}/ask", MEMBER, watches::askAgain, "asks the reader of its address again");
    post("/watches/{id}/remove", MEMBER, watches::remove, "takes a watch out");
    get("/feeds/{token}/atom.xml", EVERYONE, watches::atom, "a watch as Atom");
    get("/feeds/{token}/feed.json", EVERYONE, watches::json, "a watch as JSON Feed");
  }

  private void programs(Api api) {
    get("/downloads", EVERYONE, api.downloads()::show, "all layouts, to download");
    get("/api/openapi.json", EVERYONE, api::openApi, "describes what programs read, OpenAPI 3.1");
    get("/api/export/{layout}", EVERYONE, api::export, "a whole export, streamed");
    get("/api/events", EVERYONE, api::events, "a page of events with a cursor");
    get("/api/quotations", EVERYONE, api::quotations, "a page of quotations with a cursor");
  }

  private void get(
      String pattern, Access access, HandlerFunction<ServerResponse> handler, String does) {
    table.add(new Route(HttpMethod.GET, pattern, access, handler, does));
  }

  private void post(
      String pattern, Access access, HandlerFunction<ServerResponse> handler, String does) {
    table.add(new Route(HttpMethod.POST, pattern, access, handler, does));
  }

  /** The rows in the order in which they are tried. */
  public List<Route> table() {
    return List.copyOf(table);
  }

  RouterFunction<ServerResponse> router() {
    RouterFunctions.Builder router = RouterFunctions.route();
    router.add(
        RouterFunctions.route(
            org.springframework.web.servlet.function.RequestPredicates.path(REFUSED),
            faults::refused));
    for (Route route : table) {
      router.add(RouterFunctions.route(predicate(route), faults.guard(guarded(route))));
    }
    router.add(RouterFunctions.route(request -> true, faults::nothingHere));
    return router.build();
  }

  /** Asks once more what Spring Security has asked, should a path ever slip by its rules. */
  private static HandlerFunction<ServerResponse> guarded(Route route) {
    return request -> {
      boolean may =
          route.access() == Access.EVERYONE
              || request.servletRequest().isUserInRole(route.access().role());
      if (!may) {
        throw new Fault(HttpStatus.FORBIDDEN, "Your account may not do this.");
      }
      return route.handler().handle(request);
    };
  }

  private static RequestPredicate predicate(Route route) {
    RequestPredicate path =
        org.springframework.web.servlet.function.RequestPredicates.path(route.pattern());
    return path.and(request ->
        request.method().equals(route.method())
            || (request.method().equals(HttpMethod.HEAD) && route.method().equals(HttpMethod.GET)));
  }
}
