package org.entente.desk.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.article.ArticleFinder;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.LocaleWords;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.source.Document;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.HouseRules;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Savings;
import org.entente.store.SecondLooks;
import org.entente.store.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writing press reviews: one form that works without scripts; every saving is a version. */
public final class DraftPages {
  private static final int LONGEST_PASTE = 500_000;
  private static final int LONGEST_LINE = 300;

  private final Room room;
  private final Posts posts;
  private final Drafts drafts;
  private final Cited cited;
  private final Blocks blocks;
  private final PublishPages publishing;
  private final Savings savings;
  private final SecondLooks looks;
  private final HouseRules rules;

  DraftPages(Room room, Blocks blocks, PublishPages publishing) {
    this.publishing = publishing;
    this.savings = new Savings(room.store());
    this.looks = new SecondLooks(room.store());
    this.rules = new HouseRules(room.store());
    this.room = room;
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.cited = new Cited(room.store());
    this.blocks = blocks;
  }

  public ServerResponse list(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    List<DraftsView.Asked> asked =
        looks.waitingFor(member).stream()
            .flatMap(l -> posts.byId(l.post()).map(p -> new DraftsView.Asked(p, l)).stream())
            .toList();
    DraftsView view =
        new DraftsView(
            lines(drafts.all(member.may(Role.EDITOR) ? null : member)),
            asked,
            rules.secondPerson(),
            rules.excerpt(),
            member.may(Role.EDITOR),
            member.may(Role.ADMINISTRATOR),
            LookPages.said(request.param("said").orElse("")));
    return room.pages().page(request, new Page("Write", "publish/drafts.jte", view));
  }

  private List<DraftsView.Line> lines(List<Post> all) {
    Map<Long, String> due = publishing.dues();
    Set<Long> asked = looks.open();
    return all.stream()
        .map(p -> new DraftsView.Line(p, due.getOrDefault(p.id(), ""), asked.contains(p.id())))
        .toList();
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
            Excerpts.of(version.content(), cited, rules.excerpt()),
            drafts.versions(post),
            post.state() == Post.State.PUBLISHED ? drafts.shown(post).number() : -1,
            publishing.standing(post, version),
            SaidWords.of(request.param("said").orElse("")));
    return room.pages()
        .page(request, new Page(version.content().title(), "publish/composer.jte", view));
  }

  /** Fields go with the version that the form was made of, so that nobody's saving is lost. */
  public ServerResponse save(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    Form form = new Form(request);
    Content content = typed(form, post, form.line("do", 20));
    Savings.Kept kept = savings.save(member, post, base(form), content, comments(form));
    return composer(post, kept.overtaken() ? "both" : "saved");
  }

  /** What a form changes about comments; null for nothing. */
  private static Post.@Nullable CommentMode comments(Form form) {
    Post.CommentMode chosen = form.choice("comments", Post.CommentMode.class);
    return form.line("commented", 20).equals(chosen.name()) ? null : chosen;
  }

  /** What the browser sends by itself while somebody writes; says what became of it. */
  public ServerResponse saveByItself(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    Form form = new Form(request);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    HttpStatus status = HttpStatus.OK;
    try {
      Savings.Kept kept = savings.saveByItself(member, post, base(form), typed(form, post, ""));
      answer.put("base", kept.version().number());
      answer.put("seen", kept.version().stamp());
      answer.put("overtaken", kept.overtaken());
      String when = LocaleWords.of(request).moment(kept.version().made());
      answer.put(
          "said",
          kept.overtaken()
              ? "Somebody else has saved this review meanwhile. Your words are kept as version "
                  + kept.version().number()
                  + " of the history; save to put them on top."
              : "Saved by itself, " + when + ".");
    } catch (Fault e) {
      status = e.status();
      answer.put("said", e.sentence());
    }
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(answer.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Savings.Base base(Form form) {
    return new Savings.Base(form.number("base").orElse(0L).intValue(), form.line("seen", 16));
  }

  /** What a form says of the version that it was made of. */
  private Content typed(Form form, Post post, String act) {
    int base = base(form).number();
    Version latest = drafts.latest(post);
    Version edited =
        base == latest.number()
            ? latest
            : drafts
                .version(post, base)
                .orElseThrow(() -> Fault.badRequest("The form is of no version of this review."));
    return content(
        form.line("title", LONGEST_LINE),
        Arrays.asList(form.line("tags", LONGEST_LINE).split(",")),
        moved(typed(form, edited.content()), act));
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

  public ServerResponse restore(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    int number = new Form(request).number("version").orElse(0L).intValue();
    Version old =
        drafts
            .version(post, number)
            .orElseThrow(() -> Fault.badRequest("The review has no version " + number + "."));
    drafts.change(member, post, newest -> old.content());
    return composer(post, "restored");
  }

  private static ServerResponse composer(Post post, String said) {
    return Pages.seeOther("/drafts/" + post.id() + "?said=" + said);
  }
}
