package org.entente.desk.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator takes a blog in by the browser: a look first, then all or nothing. */
class BlogPagesTest {
  private static final String BOUNDARY = "----a-line-of-no-file";

  private Desk desk;
  private Visitor boss;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    boss = Visitor.signedIn(desk, "Denethor", Role.ADMINISTRATOR);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static byte[] export(String name) throws IOException {
    try (InputStream in = BlogPagesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private HttpResponse<String> upload(Visitor who, String name, byte[] file, String owner) {
    String token = who.token("/import");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(part("_csrf", token.isEmpty() ? who.token("/account") : token));
    body.writeBytes(part("owner", owner));
    body.writeBytes(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\";"));
    body.writeBytes(text(" filename=\"" + name + "\"\r\nContent-Type: text/xml\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
    return who.send(
        HttpRequest.newBuilder(URI.create(desk.address() + "import"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("Cookie", who.cookie())
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static byte[] part(String name, String value) {
    return text(
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, name, value));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String uploaded(String name, String owner) throws IOException {
    HttpResponse<String> answer = upload(boss, name, export(name), owner);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private List<Post> posts() {
    return new Drafts(TestDesk.store(desk)).all(null);
  }

  @Test
  void aLookTakesNothingAndSaysWhatWouldCome() throws IOException {
    String look = uploaded("wordpress.xml", "0");
    Document page = Jsoup.parse(boss.get(look).body());
    assertThat(posts()).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo("What would come");
    assertThat(page.select("dl.coded dd").eachText())
        .containsExactly("1", "3", "3, 1 of them to approve", "0 posts, left as they are");
    assertThat(page.text())
        .contains("Ioreth of Lossarnach (3)", "page: 1", "post in state trash: 1");
    assertThat(page.text()).contains("has no number (wp:post_id) and is left out");
    assertThat(page.select("tbody tr").eachText())
        .hasSize(4)
        .anyMatch(t -> t.startsWith("A rare word between Arnor & Gondor?") && t.endsWith("3"));
  }

  @Test
  void allOfItIsTakenOnceAndReported() throws IOException {
    String look = uploaded("wordpress.xml", "0");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> taken = boss.post("/account", look, Map.of());
      assertThat(taken.headers().firstValue("Location")).hasValue(look);
    }
    Document page = Jsoup.parse(boss.get(look).body());
    assertThat(page.select("h1").text()).isEqualTo("What was taken");
    assertThat(page.select("dl.coded dd").getFirst().text()).isEqualTo("1");
    assertThat(page.select("main form[action^=/import]")).isEmpty();
    assertThat(posts()).hasSize(4);
    assertThat(boss.get("/?p=12").statusCode()).isEqualTo(301);
    String again = boss.get(uploaded("wordpress.xml", "0")).body();
    assertThat(again).contains("Nothing in it is new", "was here before");
    assertThat(again).doesNotContain("Take all of it");
  }

  @Test
  void allPostsMayBecomeOneWriters() throws IOException {
    Member writer = Visitor.member(desk, "Faramir", Role.CONTRIBUTOR);
    String look = uploaded("ghost.json", "" + writer.id());
    assertThat(boss.get(look).body()).contains("All posts become Faramir’s.");
    boss.post("/account", look, Map.of());
    assertThat(posts()).hasSize(3).allMatch(p -> p.author() == writer.id());
    assertThat(upload(boss, "ghost.json", export("ghost.json"), "99999").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsNoExportGetsASentence() {
    Map<String, byte[]> bad =
        Map.of(
            "is no export of WordPress",
            text("<html>words</html>"),
            "Unpack it",
            text("PK\u0003\u0004 and so on"),
            "No file was chosen, or it is empty",
            new byte[0],
            "entente review import FILE",
            new byte[(int) BlogPages.LARGEST + 1]);
    bad.forEach((words, file) -> {
      HttpResponse<String> answer = upload(boss, "blog.xml", file, "0");
      assertThat(answer.statusCode()).as(words).isEqualTo(400);
      assertThat(answer.body()).contains(words);
    });
    assertThat(boss.get("/import/" + "x").statusCode()).isEqualTo(404);
    assertThat(posts()).isEmpty();
  }

  @Test
  void anExportIsSeenByWhoBroughtItAlone() throws IOException {
    String look = uploaded("ghost.json", "0");
    Visitor other = Visitor.signedIn(desk, "Another one", Role.ADMINISTRATOR);
    assertThat(other.get(look).statusCode()).isEqualTo(404);
    assertThat(other.post("/account", look, Map.of()).statusCode()).isEqualTo(404);
    Visitor editor = Visitor.signedIn(desk, "An editor", Role.EDITOR);
    assertThat(editor.get("/import").statusCode()).isEqualTo(403);
    assertThat(upload(editor, "ghost.json", export("ghost.json"), "0").statusCode()).isEqualTo(403);
    assertThat(posts()).isEmpty();
  }
}
