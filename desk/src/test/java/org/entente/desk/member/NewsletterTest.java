package org.entente.desk.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Mails;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Newsletters;
import org.entente.store.Post;
import org.entente.store.Post.CommentMode;
import org.entente.store.Role;
import org.entente.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews by mail: to whom, once, and to nobody any more. */
class NewsletterTest {
  private Desk desk;
  private Store store;
  private Drafts drafts;
  private Member author;

  @BeforeEach
  void open() {
    desk = TestDesk.fresh();
    store = TestDesk.store(desk);
    drafts = new Drafts(store);
    author = Visitor.member(desk, "Author of letters", Role.CONTRIBUTOR);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Somebody with a proved address who has chosen on the page of the account. */
  private Visitor reader(String name, Map<String, String> choice) {
    Visitor visitor = Visitor.letIn(desk, name);
    assertThat(visitor.post("/account", "/account/newsletter", choice).statusCode()).isEqualTo(303);
    return visitor;
  }

  private Post publish(String title, String... tags) {
    List<Block> blocks = List.of(new Block.Prose("Arnor *urged* Gondor."));
    Content content = new Content(title, List.of(tags), blocks);
    return drafts.publish(drafts.begin(author, content, CommentMode.OPEN), "");
  }

  /** What somebody was mailed, once all that is due was handed over. */
  private List<String> mails(String to, Duration later) {
    TestDesk.later(desk, later);
    return TestDesk.mails(desk).stream()
        .filter(m -> m.startsWith("To: " + to + "@example.org\n"))
        .toList();
  }

  private List<String> mails(String to) {
    return mails(to, Duration.ofSeconds(5));
  }

  @Test
  void aReviewIsMailedOnceToWhoWantsIt() {
    reader("Each", Map.of("often", "EACH", "tags", "", "author", "0"));
    Visitor.letIn(desk, "Nobody");
    Post post = publish("Roads");
    assertThat(mails("each"))
        .singleElement()
        .asString()
        .contains("Subject: Roads\n", "by Author of letters", "Arnor urged Gondor.")
        .contains("/posts/" + post.address() + "\n", "List-Unsubscribe: <http");
    assertThat(mails("nobody")).isEmpty();
    drafts.publish(post, "A slip is mended.");
    drafts.withdraw(post);
    drafts.publish(post, "It is back.");
    assertThat(mails("each")).hasSize(1);
  }

  @Test
  void whatWasWithdrawnMeanwhileIsToldToNobody() {
    reader("Weekly", Map.of("often", "WEEKLY"));
    Post post = publish("Roads");
    drafts.withdraw(post);
    publish("Rivers");
    assertThat(mails("weekly", Duration.ofDays(8)))
        .singleElement()
        .asString()
        .contains("Subject: Rivers\n")
        .doesNotContain("Roads");
  }

  @Test
  void aWeekIsOneMailOnMonday() {
    reader("Weekly", Map.of("often", "WEEKLY"));
    publish("Roads");
    publish("Rivers");
    assertThat(mails("weekly")).isEmpty();
    assertThat(mails("weekly", Duration.ofDays(8)))
        .singleElement()
        .asString()
        .contains("Subject: 2 reviews of the week\n", "Roads\nby", "Rivers\nby");
    assertThat(mails("weekly", Duration.ofDays(8))).hasSize(1);
  }

  @Test
  void tagsAndAuthorsNarrowIt() {
    publish("The first, so that there is an author to choose");
    reader("Tagged", Map.of("often", "EACH", "tags", "Arnor, Rohan"));
    reader("Authored", Map.of("often", "EACH", "tags", "Rohan", "author", "" + author.id()));
    reader("Elsewhere", Map.of("often", "EACH", "tags", "Mordor"));
    publish("Roads", "arnor");
    publish("Rivers", "gondor");
    assertThat(mails("tagged")).singleElement().asString().contains("Subject: Roads\n");
    assertThat(mails("authored")).hasSize(2);
    assertThat(mails("elsewhere")).isEmpty();
  }

  @Test
  void oneClickEndsIt() {
    Visitor each = reader("Each", Map.of("often", "EACH"));
    publish("Roads");
    Matcher link =
        Pattern.compile("List-Unsubscribe: <http://localhost:[0-9]+(/unsubscribe/[\\w.-]+)>")
            .matcher(mails("each").getFirst());
    assertThat(link.find()).isTrue();
    Visitor program = Visitor.at(desk);
    assertThat(program.get(link.group(1)).body()).contains("You get reviews of this desk by mail.");
    assertThat(new Newsletters(store).of(member("Each"))).isPresent();
    assertThat(program.post(link.group(1), Map.of("List-Unsubscribe", "One-Click"), "").body())
        .contains("Each gets no more reviews by mail.");
    assertThat(new Newsletters(store).of(member("Each"))).isEmpty();
    assertThat(member("Each").notices()).isEqualTo(Member.Notices.EACH);
    publish("Rivers");
    assertThat(mails("each")).hasSize(1);
    String forged = link.group(1).replace("/r", "/r9");
    assertThat(program.post(forged, Map.of(), "").statusCode()).isEqualTo(404);
    assertThat(each.get("/account").body()).contains("<option value=\"NONE\" selected");
  }

  private Member member(String name) {
    return new Members(store).bySignIn(name).orElseThrow();
  }

  @Test
  void anAddressThatNobodyProvedGetsNothing() {
    Visitor visitor = Visitor.signedIn(desk, "Unproved", Role.MEMBER);
    visitor.post("/account", "/account/newsletter", Map.of("often", "EACH"));
    assertThat(visitor.get("/account").body())
        .contains("They begin when your address is confirmed.");
    publish("Roads");
    assertThat(mails("unproved")).isEmpty();
  }

  @Test
  void whatWaitsOutlivesARestartAndIsHandedOverOnce() {
    reader("Weekly", Map.of("often", "WEEKLY"));
    publish("Roads");
    Instant monday = Instant.now().plus(Duration.ofDays(8));
    Mails reopened = new Mails(store); // all that a new process has is the table
    assertThat(reopened.due(Instant.now())).isEmpty();
    List<Mails.Waiting> waiting = reopened.due(monday);
    assertThat(waiting).hasSize(1);
    assertThat(mails("weekly", Duration.ofDays(8))).hasSize(1);
    assertThat(reopened.due(monday)).isEmpty();
  }

  @Test
  void reviewsThatWereBroughtInFromLongAgoAreNoNews() {
    reader("Each", Map.of("often", "EACH"));
    publish("Roads");
    TestDesk.later(desk, Duration.ofDays(11));
    assertThat(TestDesk.mails(desk)).noneMatch(m -> m.contains("Subject: Roads"));
  }

  @Test
  void thePageSaysWhereMailsGoWithoutAServer() {
    Visitor visitor = reader("Each", Map.of("often", "EACH", "tags", "Arnor"));
    assertThat(visitor.get("/account").body())
        .contains("its mails lie in the folder", "value=\"arnor\"");
    assertThat(
            visitor.post("/account", "/account/newsletter", Map.of("often", "HOURLY")).statusCode())
        .isEqualTo(400);
  }
}
