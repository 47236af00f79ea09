package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.entente.article.ArticleFinder;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.source.Document;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Version;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Writing press reviews: one form that works without scripts; every saving is a version. */
public final class DraftPages {
  private static final int LONGEST_PASTE = 500_000;
  private static final int LONGEST_LINE = 300;

  private final Room room;
  private final Posts posts;
  private final Drafts drafts;
  private final Cited cited;
  private final Blocks blocks;

  DraftPages(Room room, Blocks blocks) {
    this.room = room;
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.cited = new Cited(room.store());
    this.blocks = blocks;
  }

  public ServerResponse list(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    DraftsView view = new DraftsView(drafts.all(member.may(Role.EDITOR) ? null : member));
    return room.pages().page(request, new Page("Write", "publish/drafts.jte", view));
  }

  public ServerResponse begin(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Content content =
        content(
            new Form(request).line("title", LONGEST_LINE), List.of(), List.of(new Block.Prose("")));
    return composer(drafts.begin(member, content, Post.CommentMode.FIRST_HELD), "begun");
  }

  /** The clips point into the pasted text itself; nothing of it is coded. */
  public ServerResponse take(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    String text = new Form(request).text("text", LONGEST_PASTE);
    if (text.isBlank()) {
      throw Fault.badRequest("Paste the text of a press review.");
    }
    Document document = Document.plain("Pasted review", text);
    Content content = PressReview.of(document, new ArticleFinder().find(document));
    return composer(drafts.begin(member, content, Post.CommentMode.FIRST_HELD), "imported");
  }

  public ServerResponse compose(ServerRequest request) {
    Post post = Writers.post(request, posts);
    Version version = drafts.latest(post);
    ComposerView view =
        new ComposerView(
            post,
            version,
            blocks.of(version.content()),
            Excerpts.of(version.content(), cited),
            drafts.versions(post),
            post.state() == Post.State.PUBLISHED ? drafts.shown(post).number() : -1,
            said(request.param("said").orElse("")));
    return room.pages()
        .page(request, new Page(version.content().title(), "publish/composer.jte", view));
  }

  private static String said(String word) {
    return switch (word) {
      case "begun" -> "The draft is begun. Nobody but you and editors sees it.";
      case "imported" ->
          "The draft is made: its articles are clips, the page's own words comments.";
      case "saved" -> "Saved.";
      case "both" ->
          "Saved. Somebody else had saved it meanwhile; their version is in the history below.";
      case "clipped" -> "The clip is at the end of the review.";
      case "claimed" -> "The claim is at the end of the review, frozen as of now.";
      case "published" -> "Published.";
      case "withdrawn" -> "Withdrawn. Its address says so.";
      case "restored" -> "The older version is the newest again.";
      default -> "";
    };
  }

  /** Fields go with the version that the form was made of, so that nobody's saving is lost. */
  public ServerResponse save(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    Form form = new Form(request);
    int base = form.number("base").orElse(0L).intValue();
    Version latest = drafts.latest(post);
    Version edited =
        base == latest.number()
            ? latest
            : drafts
                .version(post, base)
                .orElseThrow(() -> Fault.badRequest("The form is of no version of this review."));
    List<Block> typed = typed(form, edited.content());
    Content content =
        content(
            form.line("title", LONGEST_LINE),
            Arrays.asList(form.line("tags", LONGEST_LINE).split(",")),
            moved(typed, form.line("do", 20)));
    Version saved =
        drafts.save(member, post, content, form.choice("comments", Post.CommentMode.class));
    return composer(post, edited.number() + 1 == saved.number() ? "saved" : "both");
  }

  private static Content content(String title, List<String> tags, List<Block> blocks) {
    try {
      return new Content(title, tags, blocks);
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest("Nothing is saved: " + e.getMessage() + ".");
    }
  }

  private static List<Block> typed(Form form, Content content) {
    List<Block> typed = new ArrayList<>();
    for (int i = 0; i < content.blocks().size(); i++) {
      Block block = content.blocks().get(i);
      boolean given = form.request().param("block-" + i).isPresent();
      typed.add(
          block instanceof Block.Prose && given
              ? new Block.Prose(form.text("block-" + i, Block.Prose.LONGEST))
              : block);
    }
    return typed;
  }

  /** What a button of the form does to the order: {@code up-3}, {@code out-0}, {@code words-2}. */
  private static List<Block> moved(List<Block> blocks, String act) {
    if (act.isEmpty() || act.equals("save")) {
      return blocks;
    }
    if (!act.matches("(up|down|out|words|proof)-[0-9]{1,3}")) {
      throw Fault.badRequest("The form has no such button.");
    }
    int at = Integer.parseInt(act.substring(act.indexOf('-') + 1));
    String what = act.substring(0, act.indexOf('-'));
    if (at > blocks.size() || (at == blocks.size() && !what.equals("words"))) {
      throw Fault.badRequest("The review has no part " + (at + 1) + ".");
    }
    switch (what) {
      case "up" -> Collections.swap(blocks, at, Math.max(0, at - 1));
      case "down" -> Collections.swap(blocks, at, Math.min(blocks.size() - 1, at + 1));
      case "out" -> blocks.remove(at);
      case "words" -> blocks.add(at, new Block.Prose(""));
      default -> {
        if (blocks.get(at) instanceof Block.Clip clip) {
          blocks.add(clip.asProof());
        }
      }
    }
    return blocks;
  }

  /** The first time, or again with a line that says what is corrected. */
  public ServerResponse publish(ServerRequest request) {
    Post post = Writers.post(request, posts);
    Form form = new Form(request);
    String correction = form.line("correction", LONGEST_LINE);
    if (post.published() != null && correction.isEmpty()) {
      throw Fault.badRequest("Say in one line what is corrected; readers see it.");
    }
    boolean over = Excerpts.of(drafts.latest(post).content(), cited).over();
    if (over && form.line("over", 5).isEmpty()) {
      throw Fault.badRequest(
          "The review shows more of an article than the desk's limit; shorten the clip, or say in the"
              + " form that you may show it.");
    }
    return composer(drafts.publish(post, correction), "published");
  }

  public ServerResponse withdraw(ServerRequest request) {
    Post post = Writers.post(request, posts);
    if (post.state() != Post.State.PUBLISHED) {
      throw Fault.badRequest("The review is not published.");
    }
    return composer(drafts.withdraw(post), "withdrawn");
  }

  public ServerResponse restore(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    int number = new Form(request).number("version").orElse(0L).intValue();
    Version old =
        drafts
            .version(post, number)
            .orElseThrow(() -> Fault.badRequest("The review has no version " + number + "."));
    drafts.save(member, post, old.content(), post.comments());
    return composer(post, "restored");
  }

  private static ServerResponse composer(Post post, String said) {
    return Pages.seeOther("/drafts/" + post.id() + "?said=" + said);
  }
}
