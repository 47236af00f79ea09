package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.entente.desk.Browser;
import org.entente.desk.Desk;
import org.entente.desk.TestDesk;
import org.entente.desk.Visitor;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.Role;
import org.entente.store.Version;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In a browser a draft saves itself, and no button outruns it. */
@Tag("slow")
class AutosaveTest {
  @Test
  void whatIsTypedIsKeptAndPublishedWhole() {
    try (Desk desk = TestDesk.fresh()) {
      Member author = Visitor.member(desk, "Author who types", Role.CONTRIBUTOR);
      Drafts drafts = new Drafts(TestDesk.store(desk));
      Content content = new Content("Typed", List.of(), List.of(new Block.Prose("")));
      Post post = drafts.begin(author, content, Post.CommentMode.OPEN);
      Page page = Browser.signedIn(desk, "Author who types", true);
      try (BrowserContext profile = page.context()) {
        page.navigate(desk.address() + "drafts/" + post.id());
        page.fill("[name=block-0]", "First words.");
        page.waitForCondition(
            () -> page.locator("[data-autosaved]").textContent().startsWith("Saved by itself"));
        assertThat(drafts.latest(post).content().lead()).isEqualTo("First words.");
        page.fill("[name=block-0]", "First words, and last.");
        page.click("button:has-text('Publish'):not(:has-text('then'))");
        page.waitForURL(Pattern.compile(".*said=published"));
      }
      assertThat(drafts.versions(post)).extracting(Version::number).containsExactly(2, 1);
      Post published = drafts.all(null).getFirst();
      assertThat(drafts.shown(published).content().lead()).isEqualTo("First words, and last.");
    }
  }
}
