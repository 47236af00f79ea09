package org.entente.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.Reading;
import org.entente.codebook.Codebook;
import org.entente.digest.Digest;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Coverage;
import org.entente.relation.Grain;
import org.entente.relation.Pair;
import org.entente.relation.RelationEvent;
import org.entente.relation.Series;
import org.entente.relation.Settings;
import org.entente.relation.Watch;
import org.entente.text.Problem;
import org.entente.time.DateRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps readings in one SQLite file or a PostgreSQL database, and answers questions to them.
 *
 * <pre>{@code
 * try (Store store = Store.open("entente.db")) {
 *   store.add(entente.read(document), entente.version());
 *   store.events(Query.ALL.withActors(List.of(ActorKey.parse("RUS"), ActorKey.parse("USA"))));
 * }
 * }</pre>
 *
 * <p>One transaction a document: what {@link #add} returned for is whole and stays through a killed
 * process. Thread-safe; writers wait for one another, readers do not. All failures that a user can
 * act on are {@link StoreException}s.
 */
public final class Store implements AutoCloseable {
  /** Any number that no other program on the database uses: the day of the brief. */
  private static final long WRITER = 20130507;

  private static final DateRange ALWAYS =
      new DateRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  private final Location location;
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Clock clock;
  private final ReentrantLock turns = new ReentrantLock(true);
  private final Corrections.Types types;
  private final Writer writer;
  private final SharedCommits shared;
  private final PreparedConnection sharing;
  private final ReadDays readDays = new ReadDays();

  private Store(Location location, HikariDataSource source, Clock clock) {
    this.location = location;
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.clock = clock;
    this.types = new LazyTypes();
    this.writer = new Writer(jdbi);
    this.shared = new SharedCommits(this::commit);
    this.sharing = new PreparedConnection(jdbi);
  }

  /** The codebook's types, loaded when the first is asked for. */
  private static final class LazyTypes implements Corrections.Types {
    private @Nullable Codebook codebook;

    @Override
    public synchronized org.entente.codebook.EventType type(String code) {
      if (codebook == null) {
        codebook = Codebook.load();
      }
      return codebook.type(code);
    }
  }

  /**
   * Opens a store; makes it where there is none, and brings an older one to this version.
   *
   * @param location a file for SQLite, or {@code jdbc:postgresql://…}
   * @throws StoreException when it cannot be opened: read-only, locked, newer, another program's
   */
  public static Store open(String location) {
    return open(Location.parse(location), Clock.systemUTC());
  }

  /**
   * Opens a store that is there.
   *
   * @throws StoreException also when there is none
   */
  public static Store existing(String location) {
    Location parsed = Location.parse(location);
    Path file = parsed.file();
    if (file != null && !Files.exists(file)) {
      throw new StoreException(
          StoreException.Reason.MISSING,
          "there is no store "
              + location
              + "; make one with: entente add SOURCE… --store "
              + location);
    }
    return open(parsed, Clock.systemUTC());
  }

  static Store open(Location location, Clock clock) {
    return open(location, clock, Connections.PATIENCE);
  }

  /**
   * @param patience milliseconds to wait for another that writes
   */
  static Store open(Location location, Clock clock, int patience) {
    HikariDataSource source = null;
    try {
      source = Connections.open(location, patience);
      Store store = new Store(location, source, clock);
      Schema.prepare(location, source, store.jdbi);
      return store;
    } catch (RuntimeException e) {
      if (source != null) {
        source.close();
      }
      throw StoreException.of(location, e);
    }
  }

  /**
   * Adds what a document says, whole or not at all.
   *
   * @param version of codebook and actors, as {@code Entente.version()} gives it
   */
  public Added add(Reading reading, String version) {
    return add(Digest.of(reading), version);
  }

  /**
   * The same of what was read elsewhere, perhaps without its text: what is left of it then takes
   * the text's place, and the document cannot be coded again.
   */
  public Added add(Digest digest, String version) {
    return code(h -> new Adding(h, this).add(digest, version));
  }

  /** Whether the same document with the same text is there, so that it need not be read again. */
  public boolean has(org.entente.source.Document document) {
    return has(document.id(), document.sha256());
  }

  /** The same by name and SHA-256 of the text. */
  public boolean has(String name, String sha256) {
    return read(h ->
        h.select("SELECT 1 FROM documents WHERE name = ? AND sha256 = ?", Words.clean(name), sha256)
            .mapTo(Integer.class)
            .findOne()
            .isPresent());
  }

  /** Keeps what was wrong with an input that could not be read at all. */
  public void add(Problem problem) {
    write(h -> {
      new Adding(h, this).add(problem);
      return true;
    });
  }

  /** Lays what a person says over a coded event; counts follow at once. */
  public void correct(long event, Correction correction) {
    write(h -> {
      new Corrections(h, types).add(event, correction);
      return true;
    });
  }

  /** Articles that match, newest first. */
  public List<StoredArticle> articles(Query query) {
    return ask(q -> q.articles(query));
  }

  /** Events that match, those of the newest article first. */
  public List<StoredEvent> events(Query query) {
    return ask(q -> q.events(query));
  }

  public Optional<StoredArticle> article(long id) {
    return ask(q -> q.article(id));
  }

  /** Stories with an article that matches, the one with the newest first. */
  public List<StoredStory> stories(Query query) {
    return read(h -> new StoryQuestions(h, location.dialect()).stories(query));
  }

  /** How many stories there are. */
  public StoryCounts storyCounts() {
    return read(h -> new StoryQuestions(h, location.dialect()).counts());
  }

  /** A story with its articles; empty when there is none of that key. */
  public Optional<StoredStory> story(long id) {
    return read(h -> new StoryQuestions(h, location.dialect()).story(id));
  }

  /** The events of an article in reading order. */
  public List<StoredEvent> eventsOf(long article) {
    return ask(q -> q.events("e.article_id = ? AND e.live = 1", article));
  }

  /** The statements of an article in reading order. */
  public List<StoredStatement> statementsOf(long article) {
    return ask(q -> q.statements("e.article_id = ? AND e.live = 1", article));
  }

  /** The text of a document, into which all spans point. */
  public String content(long document) {
    return ask(q -> q.content(document));
  }

  /**
   * Everything that a speaker says, oldest first, for who prints all of it; pages ask {@link
   * Sayings}.
   *
   * @param name a whole name, or a key such as {@code RUS} for all who act for it
   */
  public List<StoredStatement> said(String name) {
    return ask(q ->
        q.statements(
            "e.live = 1 AND e.id IN (SELECT p.statement_id FROM statement_speakers p JOIN actors x"
                + " ON x.id = p.actor_id WHERE x.name = ? OR x.actor_key = ?)",
            name,
            name));
  }

  /**
   * Some of what any of several speakers says, newest first.
   *
   * @param names whole names, or keys such as {@code RUS}
   * @param days of the articles
   * @param most statements
   * @param passed statements to pass over
   */
  public List<StoredStatement> said(List<String> names, DateRange days, int most, int passed) {
    return ask(q -> q.said(names, days, most, passed));
  }

  /** Names of speakers that hold the words, whatever their case; most often heard first. */
  public List<String> speakers(String words) {
    return read(h ->
        h.select(
                "SELECT x.name FROM statement_speakers p JOIN actors x ON x.id = p.actor_id WHERE"
                    + " LOWER(x.name) LIKE ? AND x.kind <> 'UNRESOLVED' GROUP BY x.name ORDER BY"
                    + " COUNT(*) DESC, x.name",
                "%" + words.toLowerCase(java.util.Locale.ROOT) + "%")
            .mapTo(String.class)
            .list());
  }

  /** The sides that those who act for a key took, oldest first. */
  public List<StoredPosition> positions(
      ActorKey key, @Nullable LocalDate from, @Nullable LocalDate to) {
    return ask(q -> q.positions(key, from, to));
  }

  /**
   * What was announced and what became of it.
   *
   * @param from leaves out what was to be over before; null for all
   * @param on the day from which it is seen
   */
  public List<StoredAnnouncement> calendar(@Nullable LocalDate from, LocalDate on) {
    return read(h -> new Calendar(h, location.dialect(), types).announcements(from, on, List.of()));
  }

  /** The same of what two are to take part in, whoever else does. */
  public List<StoredAnnouncement> calendar(ActorKey one, ActorKey other, LocalDate on) {
    List<String> both = List.of(one.value(), other.value());
    return read(h -> new Calendar(h, location.dialect(), types).announcements(null, on, both));
  }

  /** Pairs with anything counted within the days, the busiest first. */
  public List<Pair> pairs(LocalDate first, LocalDate last) {
    return ask(q -> q.pairs(first, last));
  }

  /** Keys of all actors in events, the busiest first. */
  public List<String> actorKeys() {
    return ask(Questions::keys);
  }

  /**
   * Documents whose coding is of another version than this one's, and copies whose original is no
   * longer there.
   */
  public List<Long> toRecode(org.entente.Entente entente) {
    List<Long> all = new ArrayList<>(new Recoding(this, entente).due());
    all.addAll(new Recoding(this, entente).orphans());
    return all;
  }

  /**
   * Codes what was not coded because it repeated a text that is no longer there; how many
   * documents.
   */
  public int codeOrphans(org.entente.Entente entente) {
    List<Long> orphans = new Recoding(this, entente).orphans();
    orphans.forEach(document -> recode(document, entente));
    return orphans.size();
  }

  /** How many were coded by another version and stay so, for their text is not kept. */
  public int withoutText(org.entente.Entente entente) {
    return new Recoding(this, entente).withoutText();
  }

  /** Codes one document again; its old coding stays and no longer counts. */
  public void recode(long document, org.entente.Entente entente) {
    new Recoding(this, entente).recode(document);
  }

  /** Copies the whole store into a new file while it is in use. */
  public void backup(Path to) {
    Backup.write(this, to);
  }

  /** Makes a store from a backup, where none is. */
  public static void restore(Path from, String location) {
    Backup.restore(from, Location.parse(location));
  }

  /** What counts between two, in both directions; those of one happening share a key. */
  public List<RelationEvent> counted(ActorKey one, ActorKey other) {
    return counted(one, other, ALWAYS);
  }

  private List<RelationEvent> counted(ActorKey one, ActorKey other, DateRange days) {
    return ask(q -> q.counted(one, other, days));
  }

  /**
   * The reports behind what counts between two within the days, oldest first: no more than the days
   * hold, so that few days are asked for at a time.
   */
  public List<StoredEvent> evidence(ActorKey one, ActorKey other, DateRange days) {
    return ask(q -> q.evidence(one, other, days));
  }

  /**
   * How rare a bin is for two, each in both directions.
   *
   * @throws StoreException when the day lies outside of what was read
   */
  public Answer answer(ActorKey one, ActorKey other, Answer.Asked asked, Settings settings) {
    requireCovered(asked);
    return covered(one, other, asked, settings);
  }

  /**
   * How two stand bin by bin from the first day that is asked for to another, which may lie after
   * the asked bin.
   *
   * @throws StoreException when the asked day lies outside of what was read
   */
  public Series series(ActorKey one, ActorKey other, Answer.Asked asked, LocalDate until) {
    requireCovered(asked);
    DateRange days =
        within(new Answer.Asked(asked.grain(), asked.since(), until, asked.exposure()));
    return series(one, other, asked.grain(), days);
  }

  /** How many pairs have anything counted within the days. */
  int countPairs(DateRange days) {
    return ask(q -> q.countPairs(days));
  }

  /** How two stand bin by bin within whole bins, whether or not all of them were read. */
  Series series(ActorKey one, ActorKey other, Grain grain, DateRange days) {
    Pair pair = Pair.of(one.toString(), other.toString());
    return Series.of(pair, grain, days, counted(one, other, days), coverage(one, other, days));
  }

  private Answer covered(ActorKey one, ActorKey other, Answer.Asked asked, Settings settings) {
    return Answer.of(series(one, other, asked.grain(), within(asked)), settings, asked);
  }

  /**
   * The pairs whose asked bin is rare although many were looked at. Tested are both sides of all
   * pairs with anything counted up to that bin.
   *
   * @param falseDiscovery share of the lines that may be false alarms in the long run
   */
  public Watch watch(Answer.Asked asked, Settings settings, double falseDiscovery) {
    LocalDate since = WatchedBins.window(asked, settings).since();
    return new WatchedBins(this, settings, new DateRange(since, bin(asked).to()))
        .watch(asked, falseDiscovery);
  }

  static DateRange bin(Answer.Asked asked) {
    LocalDate start = asked.grain().start(asked.on());
    return new DateRange(start, asked.grain().plus(start, 1).minusDays(1));
  }

  /** The whole bins from the first to the asked one. */
  static DateRange within(Answer.Asked asked) {
    return new DateRange(asked.grain().start(asked.since()), bin(asked).to());
  }

  void requireCovered(Answer.Asked asked) {
    DateRange read =
        days()
            .orElseThrow(() ->
                new StoreException(
                    StoreException.Reason.OUTSIDE,
                    location + " holds no dated article yet; add some with: entente add SOURCE…"));
    DateRange bin = bin(asked);
    if (bin.from().isAfter(read.to()) || bin.to().isBefore(read.from())) {
      throw new StoreException(
          StoreException.Reason.OUTSIDE,
          asked.on() + " lies outside of what was read, " + read.from() + " to " + read.to());
    }
  }

  /** What was read, day by day, with the sentences that name both. */
  public List<Coverage> coverage(ActorKey one, ActorKey other) {
    return coverage(one, other, ALWAYS);
  }

  private List<Coverage> coverage(ActorKey one, ActorKey other, DateRange days) {
    return read(h -> readDays.coverage(h, one, other, days));
  }

  /** The first and last day of which anything was read; empty when nothing was. */
  public Optional<DateRange> days() {
    return read(h ->
        h.createQuery(
                "SELECT (SELECT MIN(day) FROM days WHERE articles > 0), (SELECT MAX(day) FROM days"
                    + " WHERE articles > 0)")
            .map((rs, context) ->
                rs.getString(1) == null
                    ? Optional.<DateRange>empty()
                    : Optional.of(
                        new DateRange(
                            LocalDate.parse(rs.getString(1)), LocalDate.parse(rs.getString(2)))))
            .one());
  }

  <T> T ask(Function<Questions, T> question) {
    return read(h -> question.apply(new Questions(h, location.dialect(), types)));
  }

  <T> T read(Function<Handle, T> reader) {
    try {
      return jdbi.withHandle(reader::apply);
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  /** One transaction; one at a time, in this process and others. */
  <T> T write(Function<Handle, T> work) {
    return inTurn(() -> jdbi.inTransaction(h -> alone(h, work)));
  }

  /** The same for what writes documents and codings, with what the last ones left prepared. */
  <T> T code(Function<Handle, T> work) {
    return inTurn(() -> writer.write(h -> alone(h, work)));
  }

  /**
   * The same for small work of which much may come at once: what waits when a transaction begins
   * shares it, and each returns after its commit. What fails alone fails alone, so work may be done
   * twice and must touch nothing but its handle.
   */
  <T> T together(Function<Handle, T> work) {
    return shared.run(work);
  }

  private void commit(List<Consumer<Handle>> batch) {
    inTurn(() ->
        sharing.write(h ->
            alone(
                h,
                all -> {
                  batch.forEach(work -> work.accept(all));
                  return true;
                })));
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.lock(); // SQLite itself lets waiting writers sleep, and takes them in no order
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw failure(e);
    } finally {
      turns.unlock();
    }
  }

  private <T> T alone(Handle handle, Function<Handle, T> work) {
    if (location.dialect() == Dialect.POSTGRESQL) {
      handle.execute("SELECT pg_advisory_xact_lock(?)", WRITER);
    }
    return work.apply(handle);
  }

  /** What a user can act on; programming errors stay what they are. */
  private RuntimeException failure(RuntimeException e) {
    return e instanceof org.jdbi.v3.core.JdbiException ? StoreException.of(location, e) : e;
  }

  Location location() {
    return location;
  }

  Clock clock() {
    return clock;
  }

  /** Only for the one that writes. */
  Writer writer() {
    return writer;
  }

  Corrections.Types types() {
    return types;
  }

  @Override
  public void close() {
    writer.close();
    sharing.close();
    source.close();
  }
}
