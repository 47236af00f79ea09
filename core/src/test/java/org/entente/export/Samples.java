package org.entente.export;

import static org.entente.statement.Status.ANNOUNCED;
import static org.entente.statement.Status.DENIED;
import static org.entente.statement.Status.HAPPENED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.actor.Actor;
import org.entente.codebook.Codebook;
import org.entente.codebook.EventType;
import org.entente.statement.Status;
import org.entente.text.CodePoints;
import org.entente.text.Evidence;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** Events of our own making, with sentences of our own. */
final class Samples {
  static final String FIRST =
      "Russia and the United States held talks in Geneva. Lavrov \uD83D\uDD4A will visit Paris on 3 June.";
  static final String SECOND =
      "Syrian rebels shelled an army post near Aleppo. Turkey condemned Syria. Iran denied it.";

  private static final Codebook CODEBOOK = Codebook.load();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final Instant ADDED = Instant.parse("2013-05-08T06:30:00Z");

  private Samples() {}

  /** Two articles with seven events of many kinds. */
  static List<ExportEvent> events() {
    Actor usa = state("United States", "USA");
    Actor syria = state("Syria", "SYR");
    Actor lavrov = new Actor("Sergei Lavrov", Actor.Kind.PERSON, "RUS", "GOV", "foreign minister");
    Actor rebels = new Actor("Syrian rebels", Actor.Kind.AGENT, "SYR", "REB", "");
    Actor army = new Actor("army", Actor.Kind.AGENT, "SYR", "MIL", "");
    Text first = new Text(11, FIRST);
    Text second = new Text(12, SECOND);
    Place aleppo = new Place("Aleppo", "SYR", false);
    Place nowhere = Place.UNKNOWN;
    return List.of(
        first.event(1, "046", HAPPENED, state("Russia", "RUS"), usa, "held talks", geneva()),
        first.event(2, "036", ANNOUNCED, lavrov, state("France", "FRA"), "will visit", nowhere),
        second.event(3, "194", HAPPENED, rebels, army, "shelled an army post", aleppo),
        second.event(4, "111", HAPPENED, state("Turkey", "TUR"), syria, "condemned", nowhere),
        second.event(5, "190", DENIED, state("Iran", "IRN"), syria, "denied it", nowhere),
        second.event(6, "042", HAPPENED, usa, state("Israel", "ISR"), "Iran", nowhere),
        second.event(7, "014", HAPPENED, usa, null, "Iran", nowhere));
  }

  /** The same with what is said, what is announced, and what is withdrawn. */
  static MemoryRecords records() {
    List<ArticleRecord> plain = MemoryRecords.of(events()).articles();
    ArticleRecord first = plain.getFirst();
    ArticleRecord second = plain.getLast();
    return new MemoryRecords(
        List.of(
            new ArticleRecord(
                first.article(),
                first.events(),
                List.of(),
                List.of(announcement(first.events().getLast())),
                List.of(new Withdrawn("event", 9, 11, "042", DAY, "coded anew", "0-samples"))),
            new ArticleRecord(
                second.article(),
                second.events(),
                List.of(statement(second.events().get(1), second.events().get(2))),
                List.of(),
                List.of())));
  }

  private static ExportAnnouncement announcement(ExportEvent e) {
    List<Actor> who = List.of(party(e.source()), party(e.target()));
    return new ExportAnnouncement(
        5, e.article(), e.type(), who, "Paris; the \u00C9lys\u00E9e", e.range(), e.evidence());
  }

  private static Actor party(Party party) {
    return party.actor();
  }

  private static ExportStatement statement(ExportEvent by, ExportEvent of) {
    return new ExportStatement(
        21,
        by.article(),
        by.source(),
        null,
        by.evidence().passage(),
        List.of(of.evidence().passage()),
        of.evidence().before(),
        of.evidence().after(),
        org.entente.statement.Statement.Kind.INDIRECT,
        HAPPENED,
        List.of("The Shire Courier", "Turkey"),
        "said-1",
        "1");
  }

  private static Place geneva() {
    return new Place("Geneva", "CHE", false);
  }

  /** Events whose every text holds what breaks tables. */
  static List<ExportEvent> hostile(int n) {
    Random random = new Random(8);
    String[] bad = {
      "\t",
      "\n",
      "\r\n",
      "\"",
      "\"\"",
      ",",
      "=1+1",
      "@cmd",
      "-x",
      "+y",
      "\u2028",
      "\u0085",
      "\0",
      "\uD83D\uDE00",
      "\u05E9\u05DC\u05D5\u05DD",
      "\u202E\u0645\u0631\u062D\u0628\u0627",
      "\uD800",
      "é",
      "NA",
      "\\",
      "\u000B",
      "'",
      " ",
      "\uFEFF",
      "word",
      "<b>",
      "]]>",
      ";",
      "\u001F"
    };
    List<ExportEvent> events = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 8; k++) {
        text.append(bad[random.nextInt(bad.length)]);
      }
      events.add(hostile(i, text.toString()));
    }
    return events;
  }

  private static ExportEvent hostile(int i, String text) {
    Actor source = new Actor(text, Actor.Kind.UNRESOLVED, "", "", text);
    Actor target = new Actor("b" + text, Actor.Kind.GROUP, "SYR", "REB", "");
    Passage words = new Passage(0, text.codePointCount(0, text.length()), text);
    ExportArticle article =
        new ExportArticle(
            i,
            text,
            Evidence.hash(text),
            text,
            text,
            text,
            DAY,
            "en",
            text.codePointCount(0, text.length()),
            ADDED);
    return new ExportEvent(
        i,
        0,
        1,
        true,
        CODEBOOK.type(i % 2 == 0 ? "040" : "193"),
        HAPPENED,
        DAY,
        null,
        new Party(source, words),
        new Party(target, null),
        new Place(text, "SYR", false),
        new Quote(words, text, text),
        article,
        List.of(text, text),
        text,
        0.5,
        "1");
  }

  /** Articles whose every text breaks files, with all that can be kept of an article. */
  static MemoryRecords hostileRecords(int n) {
    ArticleRecord good = records().articles().getFirst();
    List<ArticleRecord> all = new ArrayList<>();
    all.add(good);
    all.add(records().articles().getLast());
    for (ArticleRecord article : MemoryRecords.of(hostile(n)).articles()) {
      if (article.article().id() > good.article().id() + 1) {
        ExportEvent e = article.events().getFirst();
        all.add(
            new ArticleRecord(
                e.article(),
                article.events(),
                List.of(quotation(e)),
                List.of(
                    new ExportAnnouncement(
                        e.id(),
                        e.article(),
                        e.type(),
                        List.of(e.source().actor(), e.target().actor()),
                        e.rule(),
                        DateRange.on(DAY),
                        e.evidence())),
                List.of(
                    new Withdrawn("event", n + e.id(), e.id(), "040", null, e.rule(), e.rule()))));
      }
    }
    return new MemoryRecords(all);
  }

  private static ExportStatement quotation(ExportEvent e) {
    return new ExportStatement(
        n(e),
        e.article(),
        e.source(),
        e.target(),
        null,
        List.of(e.evidence().passage(), e.evidence().passage()),
        e.rule(),
        e.rule(),
        org.entente.statement.Statement.Kind.DIRECT,
        HAPPENED,
        e.attribution(),
        e.rule(),
        e.rule());
  }

  /** The one statement of the other samples is 21. */
  private static long n(ExportEvent e) {
    return 1000 + e.id();
  }

  /** The same under another id, with source and target changed. */
  static ExportEvent turned(ExportEvent e, long id) {
    return new ExportEvent(
        id,
        e.story(),
        e.sentence(),
        e.lead(),
        e.type(),
        e.status(),
        e.day(),
        e.range(),
        e.target(),
        e.source(),
        e.place(),
        e.evidence(),
        e.article(),
        e.attribution(),
        e.rule(),
        e.confidence(),
        e.codebook());
  }

  /** An event of a code. */
  static ExportEvent kind(String code) {
    Actor syria = state("Syria", "SYR");
    return new Text(12, SECOND).event(1, code, HAPPENED, syria, syria, "shelled", Place.UNKNOWN);
  }

  /** The same under another id, between two others on another day. */
  static ExportEvent between(ExportEvent e, long id, Actor source, Actor target, LocalDate day) {
    return new ExportEvent(
        id,
        e.story(),
        e.sentence(),
        e.lead(),
        e.type(),
        HAPPENED,
        day,
        null,
        new Party(source, null),
        new Party(target, null),
        e.place(),
        e.evidence(),
        e.article(),
        e.attribution(),
        e.rule(),
        e.confidence(),
        e.codebook());
  }

  static Actor state(String name, String country) {
    return new Actor(name, Actor.Kind.STATE, country, "", "");
  }

  /** One article of one document. */
  private record Text(long id, String content) {
    ExportEvent event(
        long key,
        String code,
        Status status,
        Actor source,
        @Nullable Actor target,
        String words,
        Place place) {
      Span span = new Span(content.indexOf(words), content.indexOf(words) + words.length());
      Evidence evidence = Evidence.of("doc-" + id, Evidence.hash(content), content, span);
      EventType type = CODEBOOK.type(code);
      boolean planned = status == ANNOUNCED;
      return new ExportEvent(
          key,
          planned ? 3 : 0,
          1,
          true,
          type,
          status,
          DAY,
          planned ? DateRange.on(LocalDate.of(2013, 6, 3)) : null,
          party(source),
          target == null ? null : party(target),
          place,
          new Quote(passage(span), evidence.before(), evidence.after()),
          article(evidence),
          List.of("The Shire Courier"),
          "rule-" + code,
          0.75,
          "1");
    }

    private ExportArticle article(Evidence evidence) {
      return new ExportArticle(
          id,
          evidence.document(),
          evidence.sha256(),
          "Talks, and \"shells\"",
          "The Shire Courier",
          "https://example.org/" + id,
          DAY,
          "en",
          content.codePointCount(0, content.length()),
          ADDED);
    }

    private Party party(Actor actor) {
      int at = content.indexOf(actor.name());
      return new Party(actor, at < 0 ? null : passage(new Span(at, at + actor.name().length())));
    }

    private Passage passage(Span span) {
      CodePoints points = CodePoints.of(content);
      return new Passage(points.at(span.start()), points.at(span.end()), span.in(content));
    }
  }
}
