package org.entente.desk.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.desk.EventLine;
import org.entente.desk.Fault;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Query;
import org.entente.store.Sayings;
import org.entente.store.StoredArticle;
import org.entente.store.StoredStatement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Who said what to whom, frozen as a table. Thread-safe. */
final class StatementClaims {
  /** More is no table that anybody reads. */
  static final int MOST = 60;

  /** Longer statements, in several pieces, are shown by their first. */
  private static final int LONGEST = 1200;

  /** Articles in which statements of anybody are looked for, newest first. */
  private static final int ARTICLES = 200;

  private final Room room;
  private final Cited cited;
  private final Frozen frozen;
  private final Sayings sayings;

  StatementClaims(Room room) {
    this.room = room;
    this.cited = new Cited(room.store());
    this.frozen = new Frozen(room);
    this.sayings = new Sayings(room.store());
  }

  /**
   * What is found now.
   *
   * @param kept the statements that are to be shown, by their keys; empty for the newest of all
   */
  Block.Statements freeze(Block.Sought asked, Set<String> kept) {
    int[] found = {0};
    List<Block.Line> lines = new ArrayList<>();
    each(
        asked,
        statement -> {
          found[0]++;
          if (lines.size() < MOST) {
            Block.Line line = line(statement);
            if (kept.isEmpty() || kept.contains(key(line))) {
              lines.add(line);
            }
          }
        });
    if (lines.isEmpty()) {
      throw Fault.badRequest("No statement was found: loosen what is asked for.");
    }
    return new Block.Statements(asked, new Block.Table(lines.reversed(), found[0], basis()));
  }

  private Block.Basis basis() {
    return frozen.basis("docs/codebook.md");
  }

  /** Names a statement in a form. */
  static String key(Block.Line line) {
    return line.clip().sha256().substring(0, 16) + "." + line.clip().start();
  }

  /** What is found, newest first, one at a time: a speaker may have said more than memory holds. */
  private void each(Block.Sought asked, Consumer<StoredStatement> use) {
    if (asked.speaker().isEmpty() && asked.about().isEmpty()) {
      throw Fault.badRequest("Say who speaks, or which words the statements hold.");
    }
    Stream<StoredStatement> all =
        asked.speaker().isEmpty()
            ? inArticles(asked).reversed().stream()
            : sayings.newest(asked.speaker());
    all.filter(s -> fits(asked, s)).forEachOrdered(use);
  }

  private int count(Block.Sought asked) {
    int[] found = {0};
    each(asked, s -> found[0]++);
    return found[0];
  }

  private List<StoredStatement> inArticles(Block.Sought asked) {
    Query query =
        Query.ALL
            .withWords(asked.about())
            .withDays(day(asked.from()), day(asked.until()))
            .withPage(ARTICLES, 0);
    return room.store().articles(query).reversed().stream()
        .flatMap(a -> room.store().statementsOf(a.id()).stream())
        .toList();
  }

  private static boolean fits(Block.Sought asked, StoredStatement s) {
    LocalDate day = s.article().day();
    LocalDate from = day(asked.from());
    LocalDate until = day(asked.until());
    Actor addressee = s.addressee();
    String said = s.exact().toLowerCase(Locale.ROOT);
    return (from == null || (day != null && !day.isBefore(from)))
        && (until == null || (day != null && !day.isAfter(until)))
        && (asked.to().isEmpty() || (addressee != null && addressee.name().equals(asked.to())))
        && Arrays.stream(asked.about().toLowerCase(Locale.ROOT).split("[\\s\"]+"))
            .allMatch(said::contains);
  }

  private static @Nullable LocalDate day(String day) {
    return day.isEmpty() ? null : LocalDate.parse(day);
  }

  private Block.Line line(StoredStatement s) {
    StoredArticle article = s.article();
    Actor speaker = s.speaker();
    Actor addressee = s.addressee();
    Span span = span(s);
    String words = span.in(room.store().content(article.document()));
    return new Block.Line(
        speaker == null ? null : speaker.name(),
        speaker == null || speaker.office().isEmpty() ? null : speaker.office(),
        addressee == null ? null : addressee.name(),
        article.day() == null ? null : article.day().toString(),
        s.kind().name().toLowerCase(Locale.ROOT) + ", " + s.status().word(),
        new Block.Clip(Block.Source.of(article), cited.hash(article), span.start(), words, false));
  }

  private static Span span(StoredStatement s) {
    Span first = s.contents().getFirst();
    Span all = s.contents().stream().reduce(first, Span::cover);
    return all.length() > LONGEST ? first : all;
  }

  BlockView.Statements view(Block.Statements table) {
    List<BlockView.Said> lines = new ArrayList<>();
    List<String> now = new ArrayList<>();
    int found = count(table.asked());
    if (found != table.then().found()) {
      now.add("%d are found; then %d.".formatted(found, table.then().found()));
    }
    for (Block.Line line : table.then().lines()) {
      Optional<StoredStatement> today = today(line);
      String words = EventLine.oneLine(line.clip().exact());
      lines.add(
          new BlockView.Said(
              line,
              words,
              today
                  .map(s -> Links.statement(s.article().id(), s.id()))
                  .or(() -> cited.around(line.clip()).map(a -> Links.article(a.id())))
                  .orElse(null),
              key(line)));
      differs(line, today).ifPresent(d -> now.add("“" + words + "”: " + d));
    }
    return new BlockView.Statements(
        table, title(table.asked()), lines, now, basis(), link(table.asked()));
  }

  /** The page that looks for the same. */
  private static String link(Block.Sought asked) {
    boolean anybody = asked.speaker().isEmpty();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("name", asked.speaker());
    parts.put(anybody ? "words" : "about", asked.about());
    parts.put("to", anybody ? asked.until() : asked.to());
    parts.put("from", asked.from());
    return Links.with(anybody ? "/wire" : "/speaker", parts);
  }

  /** The statement at the same place as it is coded now. */
  private Optional<StoredStatement> today(Block.Line line) {
    return cited
        .around(line.clip())
        .flatMap(around ->
            room.store().statementsOf(around.id()).stream()
                .filter(s -> span(s).start() == line.clip().start())
                .findFirst());
  }

  private Optional<String> differs(Block.Line then, Optional<StoredStatement> found) {
    if (found.isEmpty()) {
      return Optional.of("no statement is found here any more.");
    }
    Block.Line now = line(found.get());
    return now.equals(then) || now.withClipOf(then).equals(then)
        ? Optional.empty()
        : Optional.of(
            "%s to %s, %s.".formatted(named(now.speaker()), named(now.addressee()), now.manner()));
  }

  private static String named(@Nullable String name) {
    return name == null ? "nobody named" : name;
  }

  private String title(Block.Sought asked) {
    StringBuilder title = new StringBuilder("What ");
    title.append(asked.speaker().isEmpty() ? "was said" : speaker(asked.speaker()) + " said");
    title.append(asked.to().isEmpty() ? "" : " to " + asked.to());
    title.append(asked.about().isEmpty() ? "" : " of “" + asked.about() + "”");
    title.append(asked.from().isEmpty() ? "" : " from " + asked.from());
    return title.append(asked.until().isEmpty() ? "" : " up to " + asked.until()).toString();
  }

  /** A key is shown by its name, a name as it is. */
  private String speaker(String asked) {
    return asked.matches("[A-Z]{3}(/[A-Z]+)?") ? room.names().name(room.actor(asked)) : asked;
  }
}
