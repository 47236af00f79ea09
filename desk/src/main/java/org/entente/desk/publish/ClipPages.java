package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Overview;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.StoredArticle;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Cuts clips out of articles: sentence to sentence, or exact words that must stand there. */
public final class ClipPages {
  private static final int LONGEST = 20_000;

  /** Good enough to offer places to cut at; a clip may begin and end anywhere by its words. */
  private static final Pattern SENTENCE =
      Pattern.compile("\\S.*?(?:[.!?][\"”’')]*(?=\\s+[\\p{Lu}\\d\"“‘'(])|$)", Pattern.DOTALL);

  private final Room room;
  private final Posts posts;
  private final Drafts drafts;
  private final Cited cited;

  ClipPages(Room room) {
    this.room = room;
    this.posts = new Posts(room.store());
    this.drafts = new Drafts(room.store());
    this.cited = new Cited(room.store());
  }

  public ServerResponse form(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    StoredArticle article = article(request);
    List<Post> open = drafts.all(member.may(Role.EDITOR) ? null : member);
    List<ClipFormView.Sentence> sentences =
        sentences(room.overview().body(article.id()).orElseThrow());
    ClipFormView view = new ClipFormView(article, sentences, open, asked(request, sentences));
    return room.pages().page(request, new Page("Clip", "publish/clip.jte", view));
  }

  /** The span of the address, or the first sentence that holds one of its words. */
  private static @Nullable Span asked(
      ServerRequest request, List<ClipFormView.Sentence> sentences) {
    Form form = new Form(request);
    long from = form.number("from").orElse(0L);
    long to = form.number("to").orElse(0L);
    if (from < to && to <= Integer.MAX_VALUE) {
      return new Span((int) from, (int) to);
    }
    String[] words = form.raw("about", LONGEST).toLowerCase(Locale.ROOT).split("[\\s\"]+");
    return sentences.stream()
        .filter(s ->
            Arrays.stream(words)
                .anyMatch(w -> !w.isEmpty() && s.text().toLowerCase(Locale.ROOT).contains(w)))
        .findFirst()
        .map(s -> new Span(s.start(), s.end()))
        .orElse(null);
  }

  private StoredArticle article(ServerRequest request) {
    long id = Asked.id(request);
    return room.store()
        .article(id)
        .orElseThrow(
            () -> Fault.missing("There is no article " + id + "; it may have been read anew."));
  }

  static List<ClipFormView.Sentence> sentences(Overview.Body body) {
    List<ClipFormView.Sentence> sentences = new ArrayList<>();
    List<Span> spans = new ArrayList<>(body.paragraphs());
    if (body.standfirst() != null) {
      spans.addFirst(body.standfirst());
    }
    for (Span paragraph : spans) {
      Matcher found = SENTENCE.matcher(paragraph.in(body.content()));
      while (found.find()) {
        Span span =
            new Span(paragraph.start() + found.start(), paragraph.start() + found.end())
                .strip(body.content());
        sentences.add(
            new ClipFormView.Sentence(
                span.start(), span.end(), span.in(body.content()).replaceAll("\\s+", " ")));
      }
    }
    return sentences;
  }

  public ServerResponse clip(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    StoredArticle article = article(request);
    Form form = new Form(request);
    Block.Clip clip = cut(form, article);
    long draft = form.number("draft").orElse(0L);
    Post into = draft == 0 ? null : Writers.post(request, posts, draft);
    Post post = InsertPages.append(drafts, member, into, clip);
    return Pages.seeOther("/drafts/" + post.id() + "?said=clipped");
  }

  private Block.Clip cut(Form form, StoredArticle article) {
    String content = room.store().content(article.document());
    String words = form.text("words", LONGEST).strip();
    Span span =
        words.isEmpty() ? chosen(form, article, content) : find(words, article.span(), content);
    String exact = span.in(content);
    List<Block.Piece> pieces = Blocks.pieces(span, paragraphs(article), exact);
    Block.Clip plain =
        new Block.Clip(Block.Source.of(article), cited.hash(article), span.start(), exact, false);
    Block.Clip parted =
        new Block.Clip(plain.source(), plain.sha256(), plain.start(), exact, false, pieces);
    return bare(parted).equals(bare(plain)) ? parted : plain; // what was chosen shows whole
  }

  private static String bare(Block.Clip clip) {
    return String.join("", Blocks.paragraphs(clip)).replaceAll("\\s+", "");
  }

  /** What an article has of words, in order. */
  private List<Span> paragraphs(StoredArticle article) {
    Overview.Body body = room.overview().body(article.id()).orElseThrow();
    List<Span> spans = new ArrayList<>(body.paragraphs());
    spans.addAll(body.subheadings());
    if (body.standfirst() != null) {
      spans.add(body.standfirst());
    }
    spans.sort(Comparator.naturalOrder());
    return spans;
  }

  private static Span chosen(Form form, StoredArticle article, String content) {
    int from = form.number("from").orElse(-1L).intValue();
    int to = form.number("to").orElse(-1L).intValue();
    boolean inside = from >= article.span().start() && to <= article.span().end() && from < to;
    if (!inside || new Span(from, to).in(content).isBlank()) {
      throw Fault.badRequest(
          "Choose the first and the last sentence in their order, or paste the words to clip.");
    }
    return new Span(from, to);
  }

  /** However the lines and spaces of the pasted words break. */
  private static Span find(String words, Span article, String content) {
    String pattern =
        Arrays.stream(words.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    Matcher found =
        Pattern.compile(pattern).matcher(content).region(article.start(), article.end());
    if (!found.find()) {
      throw Fault.badRequest("These words do not stand in the article, letter by letter.");
    }
    return new Span(found.start(), found.end());
  }
}
