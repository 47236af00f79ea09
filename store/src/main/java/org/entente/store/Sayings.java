package org.entente.store;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one speaker says, read in pages: no question here holds more than one of them, however much
 * is said. A name is a whole name, or a key such as {@code RUS} for all who act for it.
 * Thread-safe.
 */
public final class Sayings {
  /** Statements that a stream reads at once; each brings the text of its document. */
  private static final int PAGE = 200;

  private static final String SPEAKS =
      "e.live = 1 AND e.id IN (SELECT p.statement_id FROM statement_speakers p JOIN actors x"
          + " ON x.id = p.actor_id WHERE x.name = ? OR x.actor_key = ?)";

  private final Store store;

  public Sayings(Store store) {
    this.store = store;
  }

  /** How many statements. */
  public int count(String name) {
    return store.read(h ->
        h.select("SELECT COUNT(*) FROM statements e WHERE " + SPEAKS, name, name)
            .mapTo(Integer.class)
            .one());
  }

  /** Whether anything is said. */
  public boolean isHeard(String name) {
    return !newest(name, 1, 0).isEmpty();
  }

  /**
   * To whom it is said, by name.
   *
   * @param most names
   */
  public List<String> addressees(String name, int most) {
    return store.read(h ->
        h.select(
                "SELECT DISTINCT y.name FROM statements e JOIN actors y ON y.id = e.addressee_id WHERE"
                    + " y.name <> '' AND "
                    + SPEAKS
                    + " ORDER BY y.name LIMIT ?",
                name,
                name,
                most)
            .mapTo(String.class)
            .list());
  }

  /**
   * Some of it, newest first.
   *
   * @param most statements
   * @param passed statements to pass over
   */
  public List<StoredStatement> newest(String name, int most, int passed) {
    return store.ask(q -> q.newestStatements(SPEAKS, most, passed, name, name));
  }

  /** All of it, newest first; pages are read as the stream asks for them. */
  public Stream<StoredStatement> newest(String name) {
    return Stream.iterate(0, passed -> passed + PAGE)
        .map(passed -> newest(name, PAGE, passed))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }
}
