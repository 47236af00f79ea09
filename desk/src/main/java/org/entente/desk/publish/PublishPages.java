package org.entente.desk.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.store.Cited;
import org.entente.store.Drafts;
import org.entente.store.HouseRules;
import org.entente.store.Member;
import org.entente.store.Members;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Role;
import org.entente.store.Savings;
import org.entente.store.Schedules;
import org.entente.store.SecondLooks;
import org.entente.store.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Shows reviews to the public, at once or at a moment, and takes them away. */
public final class PublishPages {
  private static final int LONGEST_LINE = 300;

  /** Nobody plans a press review further ahead. */
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Posts posts;
  private final Members members;
  private final Drafts drafts;
  private final Cited cited;
  private final Schedules schedules;
  private final SecondLooks looks;
  private final HouseRules rules;
  private final DeskTime time = DeskTime.here();

  PublishPages(Room room) {
    this.posts = new Posts(room.store());
    this.members = new Members(room.store());
    this.drafts = new Drafts(room.store());
    this.cited = new Cited(room.store());
    this.schedules = new Schedules(room.store());
    this.looks = new SecondLooks(room.store());
    this.rules = new HouseRules(room.store());
  }

  /** How far a review is. */
  StandingView standing(Post post, Version latest) {
    Schedules.@Nullable Due due = schedules.of(post).orElse(null);
    Instant moment = due == null ? Instant.now() : due.due();
    return new StandingView(
        rules.secondPerson(),
        looks.approved(post, latest.number()),
        looks.of(post),
        due,
        due != null && members.byId(due.byId()).filter(m -> Writers.may(m, post)).isPresent(),
        due == null ? "" : time.wall(due.due()),
        time.words(moment));
  }

  /** When each review that waits is published, in the desk's time with its zone. */
  Map<Long, String> dues() {
    return schedules.all().stream()
        .collect(
            Collectors.toMap(
                Schedules.Due::post, d -> time.wall(d.due()) + " " + time.words(d.due())));
  }

  /** The first time, or again with a line that says what is corrected. */
  public ServerResponse publish(ServerRequest request) {
    Post post = Writers.post(request, posts);
    Version latest = drafts.latest(post);
    String correction = ready(request, post, latest);
    return composer(drafts.publish(post, latest, correction), "published");
  }

  /** The newest version, at a moment of the desk's time. */
  public ServerResponse schedule(ServerRequest request) {
    Member member = SignedIn.required(request, Role.CONTRIBUTOR);
    Post post = Writers.post(request, posts);
    Version latest = drafts.latest(post);
    String correction = ready(request, post, latest);
    Instant due = time.moment(new Form(request).line("due", 40));
    Instant now = Instant.now();
    if (!due.isAfter(now)) {
      throw Fault.badRequest(
          "At this desk it is already %s in %s; choose a later time, or publish now."
              .formatted(time.wall(now), time.words(now)));
    }
    if (due.isAfter(now.plus(FURTHEST))) {
      throw Fault.badRequest("Choose a time within a year.");
    }
    schedules.set(member, post, latest, due, correction);
    return composer(post, "scheduled");
  }

  public ServerResponse unschedule(ServerRequest request) {
    Post post = Writers.post(request, posts);
    if (!schedules.cancel(post)) {
      throw Fault.badRequest("No time is set at which the review is published.");
    }
    return composer(post, "unscheduled");
  }

  /** Refuses what may not be shown yet; the line of correction otherwise. */
  private String ready(ServerRequest request, Post post, Version latest) {
    Form form = new Form(request);
    String correction = form.line("correction", LONGEST_LINE);
    if (post.published() != null && correction.isEmpty()) {
      throw Fault.badRequest("Say in one line what is corrected; readers see it.");
    }
    int base = form.number("base").orElse((long) latest.number()).intValue();
    if (!new Savings.Base(base, form.line("seen", 16)).is(latest)) {
      throw new Fault(
          HttpStatus.CONFLICT,
          "Somebody has saved the review since you opened it; read what is newest, then publish.");
    }
    if (Excerpts.of(latest.content(), cited, rules.excerpt()).over()
        && form.line("over", 5).isEmpty()) {
      throw Fault.badRequest(
          "The review shows more of an article than the desk's limit; shorten the clip, or say in the"
              + " form that you may show it.");
    }
    if (rules.secondPerson() && !looks.approved(post, latest.number())) {
      throw Fault.badRequest(
          "This desk publishes nothing that a second person has not approved; ask for a second look.");
    }
    return correction;
  }

  public ServerResponse withdraw(ServerRequest request) {
    Post post = Writers.post(request, posts);
    if (post.state() != Post.State.PUBLISHED) {
      throw Fault.badRequest("The review is not published.");
    }
    return composer(drafts.withdraw(post), "withdrawn");
  }

  private static ServerResponse composer(Post post, String said) {
    return Pages.seeOther("/drafts/" + post.id() + "?said=" + said);
  }
}
