package org.entente.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.Reading;
import org.entente.codebook.Codebook;
import org.entente.relation.ActorKey;
import org.entente.relation.Coverage;
import org.entente.relation.RelationEvent;
import org.entente.text.Problem;
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

  private final Location location;
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final Clock clock;
  private final Corrections.Types types;

  private Store(Location location, HikariDataSource source, Clock clock) {
    this.location = location;
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.clock = clock;
    this.types = new LazyTypes();
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
    HikariDataSource source = null;
    try {
      source = Connections.open(location);
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
    return write(h -> new Adding(h, location.dialect(), clock, types).add(reading, version));
  }

  /** Keeps what was wrong with an input that could not be read at all. */
  public void add(Problem problem) {
    write(h -> {
      new Adding(h, location.dialect(), clock, types).add(problem);
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

  /** What counts between two, in both directions; those of one happening share a key. */
  public List<RelationEvent> counted(ActorKey one, ActorKey other) {
    return ask(q -> {
      List<RelationEvent> all = new ArrayList<>(q.counted(one, other, null, null));
      all.addAll(q.counted(other, one, null, null));
      return all;
    });
  }

  /** What was read, day by day, with the sentences that name both. */
  public List<Coverage> coverage(ActorKey one, ActorKey other) {
    return ask(q -> q.coverage(one, other));
  }

  /** The first and last day of which anything was read; empty when nothing was. */
  public Optional<org.entente.time.DateRange> days() {
    return read(h ->
        h.createQuery("SELECT MIN(day) AS first, MAX(day) AS last FROM days WHERE articles > 0")
            .map((rs, context) ->
                rs.getString(1) == null
                    ? Optional.<org.entente.time.DateRange>empty()
                    : Optional.of(
                        new org.entente.time.DateRange(
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
  <T> T write(Function<Handle, T> writer) {
    try {
      return jdbi.inTransaction(h -> {
        if (location.dialect() == Dialect.POSTGRESQL) {
          h.execute("SELECT pg_advisory_xact_lock(?)", WRITER);
        }
        return writer.apply(h);
      });
    } catch (RuntimeException e) {
      throw failure(e);
    }
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

  Corrections.Types types() {
    return types;
  }

  @Override
  public void close() {
    source.close();
  }
}
