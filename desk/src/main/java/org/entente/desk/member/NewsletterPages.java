package org.entente.desk.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Pages;
import org.entente.desk.SignedIn;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Newsletters;
import org.entente.store.Newsletters.Choice;
import org.entente.store.Newsletters.Often;
import org.entente.store.Store;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Reviews by mail: what a member chooses, on the page of its account. */
public final class NewsletterPages {
  /** As many tags as anybody looks through. */
  private static final int SHOWN_TAGS = 12;

  private final Newsletters newsletters;
  private final Drafts drafts;
  private final Carrier carrier;

  NewsletterPages(Store store, Carrier carrier) {
    this.newsletters = new Newsletters(store);
    this.drafts = new Drafts(store);
    this.carrier = carrier;
  }

  NewsletterView of(Member member) {
    Optional<Choice> choice = newsletters.of(member);
    Long author = choice.map(Choice::author).orElse(null);
    return new NewsletterView(
        choice.map(Choice::often).orElse(null),
        String.join(", ", choice.map(Choice::tags).orElse(List.of())),
        author == null ? 0 : author,
        newsletters.authors(),
        drafts.tags().stream().limit(SHOWN_TAGS).map(Drafts.Count::name).toList(),
        carrier.instead());
  }

  /** Keeps what was chosen. */
  public ServerResponse choose(ServerRequest request) {
    Member member = SignedIn.required(request);
    Form form = new Form(request);
    if (form.line("often", 10).equals("NONE")) {
      newsletters.choose(member, null);
    } else {
      newsletters.choose(member, choice(form));
    }
    return Pages.seeOther("/account?said=reviews#reviews");
  }

  private Choice choice(Form form) {
    Often often = form.choice("often", Often.class);
    List<String> tags = Arrays.asList(form.line("tags", 300).split(","));
    long author = form.number("author").orElse(0L);
    if (author != 0 && newsletters.authors().stream().noneMatch(a -> a.id() == author)) {
      throw Fault.badRequest("Nobody with this number has published a review; choose another.");
    }
    try {
      return new Choice(often, tags, author == 0 ? null : (Long) author);
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest("Name up to 20 tags.");
    }
  }
}
