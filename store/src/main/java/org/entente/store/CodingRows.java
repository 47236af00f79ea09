package org.entente.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.actor.Actor;
import org.entente.digest.ArticleDigest;
import org.entente.event.Announcement;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.event.Participant;
import org.entente.relation.ActorKey;
import org.entente.relation.Company;
import org.entente.relation.Counting;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of one coding, gathered and written in batches. Not thread-safe. */
final class CodingRows {
  /** Tables whose rows belong to a coding. */
  static final List<String> TABLES =
      List.of("events", "statements", "positions", "figures", "announcements");

  private final Handle handle;
  private final Ids ids;
  private final long coding;
  private final ActorRows actors;
  private final Map<String, PreparedBatch> batches = new LinkedHashMap<>();

  CodingRows(Handle handle, Ids ids, long coding, Map<Actor, Long> actors) {
    this.handle = handle;
    this.ids = ids;
    this.coding = coding;
    this.actors = new ActorRows(handle, ids, actors);
  }

  /**
   * @param content of the document that the article stands in
   */
  void add(long article, ArticleDigest read, String content) {
    int number = 0;
    for (Event event : read.events()) {
      Company company = Company.of(event, read.events(), content);
      add(article, number++, new Kept(event, company), read.day());
    }
    number = 0;
    for (Statement statement : read.statements()) {
      add(article, number++, statement);
    }
    for (Position position : read.positions()) {
      add(article, position, position.topic().in(content), read.day());
    }
    read.figures().forEach(f -> add(article, f));
    read.announcements().forEach(a -> add(article, a));
  }

  void write() {
    for (PreparedBatch batch : batches.values()) {
      batch.execute();
      batch.close();
    }
    batches.clear();
  }

  private void row(String sql, @Nullable Object... values) {
    batches.computeIfAbsent(sql, handle::prepareBatch).add(values);
  }

  /** An event, and in whose company it was done. */
  private record Kept(Event event, Company company) {}

  private void add(long article, int number, Kept kept, @Nullable LocalDate articleDay) {
    Event e = kept.event();
    LocalDate day = Counting.day(e.date(), articleDay);
    String source = key(e.source());
    String target = key(e.target());
    boolean counted =
        day != null
            && !source.isEmpty()
            && !target.isEmpty()
            && !source.equals(target)
            && kept.company() != Company.BESIDE
            && Counting.counts(e.type().code(), e.type().quad(), e.status());
    row(
        "INSERT INTO events (id, coding_id, article_id, number, code, quad, goldstein, status,"
            + " status_rule, certainty, wish, tense, day, date_from, date_to, date_rule, source_id,"
            + " source_key, source_start, source_finish, target_id, target_key, target_start,"
            + " target_finish, place, attribution, start, finish, rule, confidence, company, counted, live)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, 1)",
        ids.next("events"),
        coding,
        article,
        number,
        e.type().code(),
        e.type().quad(),
        e.type().goldstein(),
        e.status().word(),
        e.assessment().rule(),
        e.assessment().certainty().word(),
        e.assessment().wish().word(),
        e.assessment().time().word(),
        Words.day(day),
        from(e.date()),
        to(e.date()),
        e.dateRule(),
        actor(e.source()),
        source,
        start(span(e.source())),
        end(span(e.source())),
        actor(e.target()),
        target,
        start(span(e.target())),
        end(span(e.target())),
        Words.clean(e.place()),
        Words.lines(e.attribution()),
        e.span().start(),
        e.span().end(),
        e.rule(),
        e.confidence(),
        kept.company().name(),
        counted ? 1 : 0);
  }

  private void add(long article, int number, Statement s) {
    long id = ids.next("statements");
    row(
        "INSERT INTO statements (id, coding_id, article_id, number, kind, status, speaker_id,"
            + " addressee_id, source_start, source_finish, cue_start, cue_finish, contents, start,"
            + " finish, chain, rule, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " 1)",
        id,
        coding,
        article,
        number,
        s.kind().name().toLowerCase(java.util.Locale.ROOT),
        s.status().word(),
        actors.id(s.speaker()),
        actors.id(s.addressee()),
        start(s.source()),
        end(s.source()),
        start(s.cue()),
        end(s.cue()),
        Words.spans(s.contents()),
        s.span().start(),
        s.span().end(),
        Words.lines(s.chain()),
        s.rule());
    int place = 0;
    for (Actor speaker : s.speakers()) {
      row(
          "INSERT INTO statement_speakers (statement_id, place, actor_id) VALUES (?, ?, ?)",
          id,
          place++,
          actors.id(speaker));
    }
  }

  private void add(long article, Position p, String topic, @Nullable LocalDate day) {
    row(
        "INSERT INTO positions (id, coding_id, article_id, speaker_id, speaker_key, topic,"
            + " topic_start, topic_finish, side, start, finish, rule, day, live) VALUES (?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        ids.next("positions"),
        coding,
        article,
        actors.id(p.speaker()),
        ActorKey.of(p.speaker()),
        Words.clean(topic),
        p.topic().start(),
        p.topic().end(),
        p.side().word(),
        p.evidence().start(),
        p.evidence().end(),
        p.rule(),
        Words.day(day));
  }

  private void add(long article, Figure f) {
    row(
        "INSERT INTO figures (id, coding_id, article_id, measure, low, high, bound, unit,"
            + " period_from, period_to, place, according_id, start, finish, rule, live) VALUES (?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        ids.next("figures"),
        coding,
        article,
        f.measure().name(),
        f.low(),
        f.high(),
        f.bound().name(),
        f.unit(),
        from(f.period()),
        to(f.period()),
        Words.clean(f.place()),
        actors.id(f.according()),
        f.span().start(),
        f.span().end(),
        f.rule());
  }

  private void add(long article, Announcement a) {
    long id = ids.next("announcements");
    row(
        "INSERT INTO announcements (id, coding_id, article_id, code, place, date_from, date_to,"
            + " announced_by, spans, live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        id,
        coding,
        article,
        a.type().code(),
        Words.clean(a.place()),
        from(a.date()),
        to(a.date()),
        Words.lines(a.by()),
        Words.spans(a.evidence()));
    int place = 0;
    for (Actor participant : a.participants()) {
      row(
          "INSERT INTO announcement_actors (announcement_id, place, actor_id) VALUES (?, ?, ?)",
          id,
          place++,
          actors.id(participant));
    }
  }

  private @Nullable Long actor(@Nullable Participant participant) {
    return participant == null ? null : actors.id(participant.actor());
  }

  private static String key(@Nullable Participant participant) {
    return participant == null ? "" : ActorKey.of(participant.actor());
  }

  private static @Nullable Span span(@Nullable Participant participant) {
    return participant == null ? null : participant.span();
  }

  private static @Nullable Integer start(@Nullable Span span) {
    return span == null ? null : span.start();
  }

  private static @Nullable Integer end(@Nullable Span span) {
    return span == null ? null : span.end();
  }

  private static @Nullable String from(@Nullable DateRange range) {
    return range == null ? null : range.from().toString();
  }

  private static @Nullable String to(@Nullable DateRange range) {
    return range == null ? null : range.to().toString();
  }
}
