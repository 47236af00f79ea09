package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts what the desk found into a review: from its own page with a look first, or at once. */
public final class InsertPages {
  private final Room room;
  private final Posts posts;
  private final Drafts drafts;
  private final Blocks blocks;
  private final Wanted wanted;

  InsertPages(Room room, Blocks blocks) {
    this.room = room;
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.blocks = blocks;
    this.wanted = new Wanted(room);
  }

  /** How it would stand in a review, and which review. */
  public ServerResponse form(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    InsertView view =
        new InsertView(
            blocks.preview(wanted.freeze(request)),
            Wanted.fields(request),
            drafts.all(member.may(Role.EDITOR) ? null : member),
            new Form(request).number("draft").orElse(0L));
    return room.pages().page(request, new Page("Insert", "publish/insert.jte", view));
  }

  /** Into the review that the form names, or a new one. */
  public ServerResponse insert(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Block block = wanted.freeze(request);
    long draft = new Form(request).number("draft").orElse(0L);
    return draft == 0
        ? said(append(drafts, member, null, block))
        : said(append(drafts, member, Writers.post(request, posts, draft), block));
  }

  /** Into the review that the path names. */
  public ServerResponse claim(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    return said(append(drafts, member, post, wanted.freeze(request)));
  }

  private static ServerResponse said(Post post) {
    return Pages.seeOther("/drafts/" + post.id() + "?said=claimed");
  }

  /** Adds a part at the end of a review; of a new one where there is none. */
  static Post append(
      Drafts drafts, Member member, @org.jspecify.annotations.Nullable Post post, Block block) {
    if (post == null) {
      Content content =
          new Content("Untitled review", List.of(), List.of(new Block.Prose(""), block));
      return drafts.begin(member, content, Post.CommentMode.FIRST_HELD);
    }
    try {
      drafts.change(member, post, content -> content.with(block));
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest("Nothing is inserted: " + e.getMessage() + ".");
    }
    return post;
  }
}
