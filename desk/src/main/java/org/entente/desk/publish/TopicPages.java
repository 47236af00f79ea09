package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Form;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Pages;
import org.entente.desk.Room;
import org.entente.desk.SignedIn;
import org.entente.desk.Site;
import org.entente.relation.Answer;
import org.entente.relation.Grain;
import org.entente.relation.Rarity;
import org.entente.relation.Side;
import org.entente.relation.Verdict;
import org.entente.store.Drafts;
import org.entente.store.Member;
import org.entente.store.Post;
import org.entente.store.PostGroups;
import org.entente.store.Role;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Topics: what readers see of them, and where editors write them. */
public final class TopicPages {
  /** Each costs an answer; a topic with more is about none of them. */
  private static final int MOST_PAIRS = 6;

  private static final int KNOWN_TAGS = 40;
  private static final int LONGEST_LINE = 400;

  private final Room room;
  private final Shelves shelves;
  private final ListPages lists;
  private final ShownTopics shown;
  private final Topics topics;
  private final Drafts drafts;
  private final PostGroups groups;
  private final Site site;

  TopicPages(Room room, Shelves shelves, ListPages lists, Site site) {
    this.room = room;
    this.shelves = shelves;
    this.lists = lists;
    this.shown = new ShownTopics(room.store());
    this.topics = new Topics(room.store());
    this.drafts = new Drafts(room.store());
    this.groups = new PostGroups(room.store());
    this.site = site;
  }

  /** One, at its permanent address. */
  public ServerResponse show(ServerRequest request) {
    Topic topic = shown.asked(request);
    Shelf shelf = shelves.topic(request);
    boolean edits = SignedIn.in(request).filter(m -> m.may(Role.EDITOR)).isPresent();
    TopicView view =
        new TopicView(
            topic,
            shown.markdown().post(topic.says().lead()),
            site.link(shelf.path()).toString(),
            shelf.about(),
            pairs(shelf),
            lists.view(request, shelf),
            edits ? "/topics/" + topic.id() : null);
    return room.pages().page(request, new Page(shelf.title(), "publish/topic.jte", view));
  }

  private List<TopicView.Pair> pairs(Shelf shelf) {
    Set<Long> gathered = shelf.posts().stream().map(Post::id).collect(Collectors.toSet());
    return groups.pairs(gathered).stream().limit(MOST_PAIRS).map(this::pair).toList();
  }

  /** Both sides of the week that was read last. */
  private TopicView.Pair pair(PostGroups.Pair pair) {
    LocalDate last = room.days().to();
    Answer answer = room.answer(room.actor(pair.one()), room.actor(pair.other()), Grain.WEEK, last);
    return new TopicView.Pair(
        shelves.names(pair.one(), pair.other()),
        Links.pair(pair.one(), pair.other()),
        Shelves.pairPath(pair.one(), pair.other()),
        pair.posts().size(),
        Grain.WEEK.name(last),
        Arrays.stream(Side.values()).map(s -> side(s, answer.rarity(s))).toList());
  }

  private static TopicView.Side side(Side side, Rarity rarity) {
    return new TopicView.Side(
        side.name().toLowerCase(Locale.ROOT), rarity.verdict() == Verdict.RARE, rarity.words());
  }

  /** All topics, and the form for another. */
  public ServerResponse list(ServerRequest request) {
    return form(request, null, "Topics");
  }

  /** The form that changes one. */
  public ServerResponse edit(ServerRequest request) {
    Topic topic = topic(request);
    return form(request, topic, topic.says().title());
  }

  private ServerResponse form(ServerRequest request, @Nullable Topic topic, String title) {
    List<String> known = drafts.tags().stream().limit(KNOWN_TAGS).map(Drafts.Count::name).toList();
    String said = request.param("said").orElse("").equals("kept") ? "Kept." : "";
    TopicFormView view = new TopicFormView(topic, topics.all(), known, said);
    return room.pages().page(request, new Page(title, "publish/topics.jte", view));
  }

  /** The topic that a path names by its number. */
  private Topic topic(ServerRequest request) {
    long id = Asked.id(request);
    return topics.byId(id).orElseThrow(() -> Fault.missing("There is no topic " + id + "."));
  }

  public ServerResponse add(ServerRequest request) {
    Member member = SignedIn.required(request, Role.EDITOR);
    return kept(topics.add(member, says(new Form(request))));
  }

  /** What it says, and whether readers see it. */
  public ServerResponse change(ServerRequest request) {
    Member member = SignedIn.required(request, Role.EDITOR);
    Topic topic = topic(request);
    Form form = new Form(request);
    Topic.Says says = says(form);
    if (form.number("edition").orElse(-1L) != topic.edition()) {
      throw new Fault(
          HttpStatus.CONFLICT,
          "Somebody has changed the topic since you opened it; read what it says now, then change it.");
    }
    boolean withdrawn = form.line("withdrawn", 5).equals("yes");
    return kept(topics.change(member, topic, says, withdrawn));
  }

  private static Topic.Says says(Form form) {
    String title = form.line("title", LONGEST_LINE);
    String lead = form.text("lead", Topic.LONGEST_LEAD);
    List<String> tags = Arrays.asList(form.line("tags", LONGEST_LINE).split(","));
    try {
      return new Topic.Says(title, lead, tags);
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest("Nothing is kept: " + e.getMessage() + ".");
    }
  }

  private static ServerResponse kept(Topic topic) {
    return Pages.seeOther("/topics/" + topic.id() + "?said=kept");
  }
}
