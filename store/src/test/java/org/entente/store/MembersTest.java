package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.store.Tickets.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts, tickets and posts, on both databases. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class MembersTest {
  private final Databases database;
  @TempDir private Path folder;
  private Store store;
  private Members members;
  private Tickets tickets;

  MembersTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
    members = new Members(store);
    tickets = new Tickets(store);
  }

  @AfterEach
  void close() {
    if (store != null) { // where the test was skipped
      store.close();
    }
  }

  private Member member(String name, Role role) {
    return members.add(new Members.Joining(name, "a@example.org", "hash"), role).orElseThrow();
  }

  @Test
  void aNameIsOneWhateverItsCaseAndSpaces() {
    member("Ada Heron", Role.MEMBER);
    assertThat(members.add(new Members.Joining(" ada   HERON", "b@example.org", null), Role.MEMBER))
        .isEmpty();
    assertThat(members.bySignIn("ADA heron")).isPresent();
  }

  @Test
  void aNameThatLooksLikeAnothersIsTaken() {
    member("Pascal Ibex", Role.MEMBER);
    for (String other : List.of("Раsсаl Ibex", "РАSСАL IВЕХ", "Pasca1 lbex", "FORMER MEMBER")) {
      assertThat(members.add(new Members.Joining(other, "b@example.org", null), Role.MEMBER))
          .as(other)
          .isEmpty();
    }
    for (String other : List.of("Páscal Ibex", "Pascal Ibis", "Паскаль")) {
      assertThat(members.add(new Members.Joining(other, "b@example.org", null), Role.MEMBER))
          .as(other)
          .isPresent();
    }
  }

  @Test
  void whoWasLetInAndNeverCameIsLetInAgain() {
    Member moderator = member("Mod", Role.MODERATOR);
    JoinRequests requests = new JoinRequests(store);
    requests.ask("Late Comer", "late@example.org", "");
    Member first = requests.accept(moderator, requests.waiting().getFirst().id()).member();
    requests.ask("Late Comer", "LATE@example.org", "The link had ended.");
    JoinRequests.Accepted again = requests.accept(moderator, requests.waiting().getFirst().id());
    assertThat(again.member().id()).isEqualTo(first.id());
    assertThat(tickets.signIn(again.ticket())).isPresent();
    requests.ask("Late Comer", "late@example.org", "");
    assertThatThrownBy(() -> requests.accept(moderator, requests.waiting().getFirst().id()))
        .as("came in meanwhile")
        .hasMessageContaining("has this name or address already");
    requests.ask("Late Comer", "somebody.else@example.org", "");
    assertThatThrownBy(() -> requests.accept(moderator, requests.waiting().getLast().id()))
        .hasMessageContaining("has this name or address already");
  }

  @Test
  void aSessionHoldsByItsKeyUntilItEnds() {
    MemberSessions sessions = new MemberSessions(store, store.clock());
    Member ada = member("Ada Heron", Role.MEMBER);
    String first = sessions.begin(ada, null);
    String second = sessions.begin(ada, null);
    assertThat(sessions.member(first)).contains(ada);
    assertThat(sessions.member(Tickets.hash(first))).as("what the store keeps").isEmpty();
    assertThat(sessions.of(ada)).hasSize(2);
    String third = sessions.begin(ada, second);
    assertThat(sessions.member(second)).as("another took its place").isEmpty();
    sessions.end(first);
    assertThat(sessions.member(first)).isEmpty();
    members.endSessions(ada);
    assertThat(sessions.member(third)).isEmpty();
  }

  @Test
  void anAddressSignsInOnlyWhenItIsProved() {
    Member first = member("First", Role.MEMBER);
    Member second = member("Second", Role.MEMBER);
    assertThat(members.bySignIn("a@example.org")).isEmpty();
    assertThat(tickets.confirm(ticket(Purpose.CONFIRM, first))).isPresent();
    assertThat(members.bySignIn("A@example.org").orElseThrow().name()).isEqualTo("First");
    assertThat(tickets.confirm(ticket(Purpose.CONFIRM, second))).as("it is taken").isEmpty();
  }

  private String ticket(Purpose purpose, Member member) {
    return tickets.make(
        new Tickets.Asked(purpose, member, Role.MEMBER, "", Duration.ofMinutes(15), 1));
  }

  @Test
  void ofTwoWhoUseTheLastUseOneGetsIn() throws Exception {
    String secret =
        tickets.make(
            new Tickets.Asked(Purpose.INVITATION, null, Role.MEMBER, "", Duration.ofDays(1), 1));
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> tries =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(i -> () -> joins(secret, "Racer " + i))
              .toList();
      long in = 0;
      for (Future<Boolean> one : pool.invokeAll(tries)) {
        in += one.get() ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
    assertThat(members.all()).hasSize(1);
  }

  private boolean joins(String secret, String name) {
    try {
      return tickets
          .join(secret, Purpose.INVITATION, new Members.Joining(name, "x@example.org", null))
          .isPresent();
    } catch (StoreException e) {
      assertThat(e.reason()).isEqualTo(StoreException.Reason.REFUSED);
      return false;
    }
  }

  @Test
  void aKeyThatWentIsNobodyElses() {
    Member moderator = member("Mod", Role.MODERATOR);
    JoinRequests requests = new JoinRequests(store);
    requests.ask("Refused", "one@example.org", "");
    long refused = requests.waiting().getFirst().id();
    requests.refuse(moderator, refused);
    requests.ask("Another", "two@example.org", "");
    assertThatThrownBy(() -> requests.accept(moderator, refused))
        .hasMessage("there is no such request");
    requests.accept(moderator, requests.waiting().getFirst().id());
    Feeds feeds = new Feeds(store);
    long gone = feeds.add("https://one.example.org/", null, false, "Mod");
    feeds.remove(gone);
    assertThat(feeds.add("https://two.example.org/", null, false, "Mod")).isNotEqualTo(gone);
    Mails mails = new Mails(store);
    mails.send("one@example.org", "One", "1");
    List<Mails.Waiting> first = mails.due(store.clock().instant());
    mails.done(first);
    mails.send("two@example.org", "Two", "2");
    mails.done(first); // another desk over the same store has carried it, too
    assertThat(mails.due(store.clock().instant())).hasSize(1);
  }

  @Test
  void anErasedMemberGetsNoMailAndStopsNone() {
    Member member =
        members
            .add(new Members.Joining("Erased", "erased@example.org", null), Role.MEMBER)
            .orElseThrow();
    Mails mails = new Mails(store);
    mails.send("erased@example.org", "Sign in", "by a link");
    mails.send("other@example.org", "Sign in", "by a link");
    List<Mails.Waiting> underWay = mails.due(store.clock().instant());
    new MemberData(store).erase(member);
    mails.failed(underWay);
    assertThat(mails.due(store.clock().instant().plus(Duration.ofDays(1))))
        .extracting(Mails.Waiting::recipient)
        .containsExactly("other@example.org");
  }

  @Test
  void aDeskKeepsAnAdministrator() {
    Member only = member("Only", Role.ADMINISTRATOR);
    assertThatThrownBy(() -> members.setRole(only, only, Role.MEMBER))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("needs an administrator");
    assertThat(members.byId(only.id()).orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void actsAreKept() {
    Member by = member("By", Role.MODERATOR);
    Member loud = member("Loud", Role.MEMBER);
    members.mute(by, loud, java.time.Instant.now().plusSeconds(60), "shouts");
    assertThat(members.byId(loud.id()).orElseThrow().mutedAt(java.time.Instant.now())).isTrue();
    assertThat(new Acts(store).newest(9))
        .extracting(Acts.Line::by, Acts.Line::act, Acts.Line::id, Acts.Line::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("By", "mute", loud.id(), "shouts"));
  }

  @Test
  void aPostKeepsItsAddress() {
    Posts posts = new Posts(store);
    Member author = member("Author", Role.CONTRIBUTOR);
    Post post = posts.add(author, new Posts.Draft("A rare level?", "*Yes*", Post.CommentMode.HELD));
    assertThat(post.address()).matches("[0-9]{4}/[0-9]{2}/a-rare-level");
    assertThat(posts.published(9, 0)).isEmpty();
    Post shown = posts.set(post, Post.State.PUBLISHED);
    Post changed = posts.change(shown, new Posts.Draft("Another title", "", Post.CommentMode.OPEN));
    assertThat(changed.address()).isEqualTo(post.address());
    assertThat(posts.published(9, 0)).containsExactly(changed);
    assertThat(
            posts.add(author, new Posts.Draft("A rare level", "", Post.CommentMode.OPEN)).address())
        .isEqualTo(post.address() + "-2");
  }
}
