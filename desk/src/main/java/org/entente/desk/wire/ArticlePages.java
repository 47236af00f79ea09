package org.entente.desk.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.desk.Asked;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.desk.wire.ArticleView.Block;
import org.entente.desk.wire.ArticleView.EventCard;
import org.entente.desk.wire.ArticleView.StatementCard;
import org.entente.relation.ActorKey;
import org.entente.store.Overview;
import org.entente.store.Query;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStatement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** An article with its evidence marked, and a card for each mark. */
public final class ArticlePages {
  private static final int NEIGHBOURS = 200;

  /** Where an excerpt left something out; U+E0020 stands for what needs two units. */
  private static final Pattern GAP = Pattern.compile("[ \\x{E0020}]{3,}");

  private final Room room;

  public ArticlePages(Room room) {
    this.room = room;
  }

  public ServerResponse show(ServerRequest request) {
    long id = Asked.id(request);
    StoredArticle article =
        room.store()
            .article(id)
            .orElseThrow(
                () -> Fault.missing("There is no article " + id + "; it may have been read anew."));
    Overview.Body body = room.overview().body(id).orElseThrow();
    ArticleView view = view(article, body);
    String title = article.headline() == null ? article.name() : article.headline();
    return room.pages().page(request, new Page(title, "wire/article.jte", view));
  }

  /** Leads from an event's number to its sentence. */
  public ServerResponse event(ServerRequest request) {
    long id = Asked.id(request);
    StoredEvent event =
        room.overview()
            .event(id)
            .orElseThrow(
                () -> Fault.missing("There is no event " + id + "; it may have been coded anew."));
    return org.entente.desk.Pages.seeOther(org.entente.desk.Links.event(event));
  }

  private ArticleView view(StoredArticle article, Overview.Body body) {
    List<StoredEvent> events = room.store().eventsOf(article.id());
    List<StoredStatement> statements = room.store().statementsOf(article.id());
    Marks marks = Marks.of(body.content(), events, statements);
    Long copy = article.copyOf();
    return new ArticleView(
        article,
        html(marks, body.headline(), article.headline()),
        html(marks, body.standfirst(), null),
        blocks(marks, body, article),
        body.isExcerpt()
            ? List.of()
            : body.commentary().stream().map(c -> EventLine.oneLine(c.in(body.content()))).toList(),
        cards(events, neighbours(article)),
        statements(statements, body.content()),
        body.isExcerpt(),
        copy == null ? null : room.store().article(copy).orElse(null));
  }

  private static String html(Marks marks, @Nullable Span span, @Nullable String otherwise) {
    if (span != null) {
      return marks.html(span);
    }
    return otherwise == null ? "" : org.entente.desk.chart.Markup.escape(otherwise);
  }

  /** Paragraphs of an article, and its sub-headings where they stand among them. */
  private static List<Block> blocks(Marks marks, Overview.Body body, StoredArticle article) {
    record Placed(Span span, boolean heading) {}
    return Stream.concat(
            body.paragraphs().stream().map(p -> new Placed(p, false)),
            body.subheadings().stream().map(h -> new Placed(h, true)))
        .filter(p -> article.span().contains(p.span()) || !p.heading())
        .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
        .map(p -> new Block(p.heading(), marks.html(p.span())))
        .map(b ->
            body.isExcerpt() ? new Block(b.heading(), GAP.matcher(b.html()).replaceAll(" … ")) : b)
        .filter(b -> !b.html().isBlank() && !b.html().equals(" … "))
        .toList();
  }

  private List<StoredEvent> neighbours(StoredArticle article) {
    Long story = article.story();
    return story == null
        ? List.of()
        : room.store().events(Query.ALL.withStory(story).withPage(NEIGHBOURS, 0)).stream()
            .filter(e -> e.article().id() != article.id())
            .toList();
  }

  private static List<EventCard> cards(List<StoredEvent> events, List<StoredEvent> others) {
    List<EventCard> cards = new ArrayList<>();
    for (StoredEvent e : events) {
      cards.add(
          new EventCard(
              "E" + (cards.size() + 1),
              EventLine.of(e),
              e.machineCode(),
              e.statusRule(),
              e.date(),
              e.dateRule(),
              e.place(),
              e.attribution(),
              e.rule(),
              e.confidence(),
              e.type().goldstein(),
              others.stream().filter(o -> isSame(e, o)).map(EventLine::of).toList()));
    }
    return cards;
  }

  private static boolean isSame(StoredEvent a, StoredEvent b) {
    return a.type().root().equals(b.type().root())
        && ActorKey.of(a.source()).equals(ActorKey.of(b.source()))
        && ActorKey.of(a.target()).equals(ActorKey.of(b.target()));
  }

  private static List<StatementCard> statements(List<StoredStatement> statements, String content) {
    List<StatementCard> cards = new ArrayList<>();
    for (StoredStatement s : statements) {
      Actor speaker = s.speaker();
      Span cue = s.cue();
      cards.add(
          new StatementCard(
              "S" + (cards.size() + 1),
              s.id(),
              speaker == null ? "" : speaker.name(),
              speaker == null ? "" : speaker.office(),
              s.addressee() == null ? "" : s.addressee().name(),
              cue == null ? "" : EventLine.oneLine(cue.in(content)),
              EventLine.oneLine(s.exact()),
              Links.clip(s),
              s.kind().name().toLowerCase(Locale.ROOT),
              s.status().word(),
              s.chain(),
              s.rule()));
    }
    return cards;
  }
}
