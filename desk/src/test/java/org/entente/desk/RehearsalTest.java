package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the launcher trains its cache on, and what a desk does soon after its start. */
class RehearsalTest {
  /** The launcher makes no cache, without a word, when the rehearsal ends early. */
  @Test
  @Tag("slow")
  void theRehearsalGoesThroughToTheEnd() throws Exception {
    String store;
    try (Desk desk = TestDesk.fresh()) {
      store = TestDesk.file(desk);
    }
    Desk.rehearse(DeskSettings.of(store).withPort(0));
    try (Store after = Store.existing(store)) {
      List<Comment> said = new Comments(after).newest(1000);
      assertThat(said).hasSize(40 * 8);
      Post post = new Posts(after).byId(said.getFirst().post()).orElseThrow();
      assertThat(post.title()).isEqualTo("A rehearsal");
    }
  }

  @Test
  void whatIsWarmedIsTheWayOfAMemberAndNothingIsChanged() throws Exception {
    try (Desk desk = TestDesk.fresh()) {
      Visitor ghost = Visitor.with(desk, SessionKeys.COOKIE, "none");
      assertThat(ghost.get("/posts/0000/00/none").statusCode()).isEqualTo(404);
      WarmUp warmUp = new WarmUp(desk.address(), TestDesk.store(desk));
      warmUp.run();
      assertThat(warmUp.done()).isEqualTo(WarmUp.TIMES);
      assertThat(new Comments(TestDesk.store(desk)).newest(1)).isEmpty();
    }
  }

  @Test
  void aDeskThatIsClosedEndsItsWarmUp() throws Exception {
    Desk desk = TestDesk.fresh();
    WarmUp warmUp = new WarmUp(desk.address(), TestDesk.store(desk));
    desk.close();
    warmUp.run();
    assertThat(warmUp.done()).isZero();
  }
}
