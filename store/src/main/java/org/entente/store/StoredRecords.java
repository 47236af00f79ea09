package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.export.ArticleRecord;
import org.entente.export.Heading;
import org.entente.export.Records;
import org.entente.export.Selection;
import org.jdbi.v3.core.Handle;

/**
 * What a store keeps, as files are written from it. Read page by page in the order of article ids:
 * no connection is held between pages, and no more than a page is in memory. Thread-safe.
 */
public final class StoredRecords implements Records {
  /** Articles read at once; with their texts a few hundred kilobytes. */
  private static final int PAGE = 100;

  private final Store store;
  private final Reads reads;

  public StoredRecords(Store store) {
    this(store, store::read);
  }

  private StoredRecords(Store store, Reads reads) {
    this.store = store;
    this.reads = reads;
  }

  /** Where the rows come from. */
  private interface Reads {
    <T> T read(Function<Handle, T> reader);
  }

  /** Makes something of records. */
  public interface Use<T> {
    T of(Records records) throws IOException;
  }

  /**
   * The records as they are now, whatever is written meanwhile: for files that must agree with one
   * another. Holds a connection until it is done.
   */
  public <T> T still(Use<T> use) throws IOException {
    try {
      return store.read(handle ->
          StillReads.begin(
              handle,
              store.location().dialect(),
              still -> {
                try {
                  return use.of(new StoredRecords(store, still::read));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Override
  public Heading heading(Selection selection) {
    return reads.read(h ->
        new Heading(versions(h), state(h), selection, years(h, selection), read(h, selection)));
  }

  @Override
  public void each(Selection selection, long after, Reader reader) throws IOException {
    long last = after;
    List<ArticleRecord> page = page(selection, last, PAGE);
    while (!page.isEmpty()) {
      for (ArticleRecord article : page) {
        reader.take(article);
        last = article.article().id();
      }
      page = page(selection, last, PAGE);
    }
  }

  /**
   * Some of them.
   *
   * @param after the id of the last article that is known already; 0 for all
   * @param most articles
   */
  public List<ArticleRecord> page(Selection selection, long after, int most) {
    return reads.read(h ->
        new RecordPage(h, store.location().dialect(), store.types(), selection).read(after, most));
  }

  /**
   * Something coded, with all that is kept of its article.
   *
   * @param id the id under which files write it
   * @param article where it stands; what holds no longer is among its withdrawn
   */
  public record Kept(long id, ArticleRecord article) {}

  /** The event of an id, whether a file gave it or the store did; empty when it was never given. */
  public Optional<Kept> event(long id) {
    return kept("events", id);
  }

  /** The statement of an id, likewise. */
  public Optional<Kept> statement(long id) {
    return kept("statements", id);
  }

  private Optional<Kept> kept(String table, long id) {
    return reads.read(h -> {
      RecordPage pages =
          new RecordPage(h, store.location().dialect(), store.types(), Selection.ALL);
      return h.select("SELECT article_id FROM " + table + " WHERE id = ?", id)
          .mapTo(Long.class)
          .findOne()
          .flatMap(article ->
              pages.one(article).stream()
                  .map(a -> new Kept(pages.firstId(table, article, id), a))
                  .findFirst());
    });
  }

  private static String versions(Handle handle) {
    return String.join(
        ",",
        handle
            .select("SELECT DISTINCT version FROM codings WHERE live = 1 ORDER BY version")
            .mapTo(String.class)
            .list());
  }

  /** Rows are only ever added, except that documents and corrections end others. */
  private static String state(Handle handle) {
    return handle
        .select(
            "SELECT (SELECT COALESCE(MAX(id), 0) FROM documents) AS d, (SELECT COALESCE(MAX(id), 0)"
                + " FROM codings) AS c, (SELECT COALESCE(MAX(id), 0) FROM corrections) AS k")
        .map((rs, context) -> rs.getLong(1) + "." + rs.getLong(2) + "." + rs.getLong(3))
        .one();
  }

  private static List<Integer> years(Handle handle, Selection selection) {
    return handle
        .select(
            "SELECT DISTINCT substr(day, 1, 4) AS y FROM events WHERE live = 1 AND day IS NOT NULL"
                + " ORDER BY y")
        .mapTo(Integer.class)
        .list()
        .stream()
        .filter(y -> selection.from() == null || y >= selection.from().getYear())
        .filter(y -> selection.to() == null || y <= selection.to().getYear())
        .toList();
  }

  private static Map<YearMonth, Long> read(Handle handle, Selection selection) {
    Map<YearMonth, Long> months = new TreeMap<>();
    handle
        .select("SELECT day, articles FROM days WHERE articles > 0 ORDER BY day")
        .map((rs, context) -> Map.entry(LocalDate.parse(rs.getString(1)), rs.getLong(2)))
        .forEach(day -> {
          if (selection.holds(day.getKey())) {
            months.merge(YearMonth.from(day.getKey()), day.getValue(), Long::sum);
          }
        });
    return months;
  }
}
