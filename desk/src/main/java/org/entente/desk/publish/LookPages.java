package org.entente.desk.publish;

import java.util.Locale;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Drafts;
import org.entente.store.ExcerptLimit;
import org.entente.store.HouseRules;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.SecondLooks;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A second person looks at a review. While somebody is asked, all who write may read the version
 * that they are asked about, and nothing else of the review.
 */
public final class LookPages {
  private static final int LONGEST = 2_000;

  private final Room room;
  private final Posts posts;
  private final Drafts drafts;
  private final SecondLooks looks;
  private final HouseRules rules;
  private final Blocks blocks;

  LookPages(Room room, Blocks blocks) {
    this.room = room;
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.looks = new SecondLooks(room.store());
    this.rules = new HouseRules(room.store());
    this.blocks = blocks;
  }

  /** Asks all who write to look at the newest version. */
  public ServerResponse ask(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    looks.ask(member, post, new Form(request).text("note", LONGEST).strip());
    return Pages.seeOther("/drafts/" + post.id() + "?said=asked");
  }

  /** The version that somebody is asked about. */
  public ServerResponse show(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = posts.byId(Asked.id(request)).orElseThrow(LookPages::nobodyAsked);
    SecondLooks.Look look = looks.open(post).orElseThrow(LookPages::nobodyAsked);
    var version = drafts.version(post, look.version()).orElseThrow();
    LookView view =
        new LookView(
            post, look, version, blocks.of(version.content()), looks.isSecond(member, post, look));
    return room.pages().page(request, new Page("Second look", "publish/look.jte", view));
  }

  private static Fault nobodyAsked() {
    return Fault.missing("Nobody is asked for a second look at this review.");
  }

  /** Approves, or sends back with a note. */
  public ServerResponse answer(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = posts.byId(Asked.id(request)).orElseThrow(LookPages::nobodyAsked);
    SecondLooks.Look look = looks.open(post).orElseThrow(LookPages::nobodyAsked);
    Form form = new Form(request);
    SecondLooks.Answer answer = form.choice("answer", SecondLooks.Answer.class);
    String reply = form.text("reply", LONGEST).strip();
    if (form.number("version").orElse(0L) != look.version()) {
      throw Fault.badRequest("They ask about a newer version now; read it first.");
    }
    if (!looks.isSecond(member, post, look)) {
      throw Fault.badRequest("A second person looks, not the one who wrote or asked.");
    }
    if (answer != SecondLooks.Answer.APPROVED && answer != SecondLooks.Answer.RETURNED) {
      throw Fault.badRequest("Approve the review, or send it back.");
    }
    if (answer == SecondLooks.Answer.RETURNED && reply.isEmpty()) {
      throw Fault.badRequest("Say in a note why the review goes back.");
    }
    looks.answer(member, post, look, answer, reply);
    return Pages.seeOther("/drafts?said=" + answer.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether this desk publishes nothing without a second person, and how much of an article its
   * reviews show.
   */
  public ServerResponse rule(ServerRequest request) {
    Member member = SignedIn.required(request, Role.ADMINISTRATOR);
    Form form = new Form(request);
    ExcerptLimit now = rules.excerpt();
    ExcerptLimit limit = limit(form, now);
    boolean second = form.line("second", 5).equals("yes");
    if (second != rules.secondPerson()) {
      rules.secondPerson(member, second);
    }
    if (!limit.equals(now)) {
      rules.excerpt(member, limit);
    }
    return Pages.seeOther("/drafts?said=rule");
  }

  private static ExcerptLimit limit(Form form, ExcerptLimit now) {
    try {
      return new ExcerptLimit(
          form.number("words").map(n -> Math.clamp(n, 0, Integer.MAX_VALUE)).orElse(now.words()),
          form.number("percent")
              .map(n -> Math.clamp(n, 0, Integer.MAX_VALUE))
              .orElse(now.percent()));
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** What was just done with somebody's review. */
  static String said(String word) {
    return switch (word) {
      case "approved" -> "You approved the review; its author sees it.";
      case "returned" -> "The review went back to its author with your note.";
      case "rule" -> "The rules of this desk are kept.";
      default -> "";
    };
  }
}
