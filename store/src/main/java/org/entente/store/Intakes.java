package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.source.Document;

/** What people gave the desk to read, and the versions of documents. Thread-safe. */
public final class Intakes {
  private final Store store;

  public Intakes(Store store) {
    this.store = store;
  }

  /** Keeps a new intake, waiting. */
  public StoredIntake begin(String name, String by) {
    Instant now = Reviews.now(store.clock());
    return store.write(h -> {
      long id = new Ids(h).next("intakes");
      h.execute(
          "INSERT INTO intakes (id, name, given_by, given_at, state, added, unchanged, copies,"
              + " versions, failed, message) VALUES (?, ?, ?, ?, 'WAITING', 0, 0, 0, 0, 0, '')",
          id,
          Words.clean(name),
          by,
          now.toString());
      return new StoredIntake(
          id, name, by, now, StoredIntake.State.WAITING, StoredIntake.Counts.NONE, "", null);
    });
  }

  public void keep(StoredIntake intake) {
    StoredIntake.Counts counts = intake.counts();
    store.write(h ->
        h.execute(
            "UPDATE intakes SET state = ?, added = ?, unchanged = ?, copies = ?, versions = ?, failed ="
                + " ?, message = ?, document_id = ? WHERE id = ?",
            intake.state().name(),
            counts.added(),
            counts.unchanged(),
            counts.copies(),
            counts.versions(),
            counts.failed(),
            Words.clean(intake.message()),
            intake.document(),
            intake.id()));
  }

  /** Says of all that were not over that the desk was stopped; called when a desk starts. */
  public void interrupt() {
    store.write(h ->
        h.execute(
            "UPDATE intakes SET state = 'INTERRUPTED', message = 'The desk was stopped before all of it"
                + " was read; give it again.' WHERE state IN ('WAITING', 'READING')"));
  }

  /** The newest first. */
  public List<StoredIntake> recent(int most) {
    return intakes("1 = 1 ORDER BY id DESC LIMIT ?", most);
  }

  public Optional<StoredIntake> intake(long id) {
    return intakes("id = ?", id).stream().findFirst();
  }

  private List<StoredIntake> intakes(String where, Object... arguments) {
    return store.read(h ->
        h.select("SELECT * FROM intakes WHERE " + where, arguments)
            .map((rs, context) -> intake(rs))
            .list());
  }

  private static StoredIntake intake(ResultSet rs) throws SQLException {
    return new StoredIntake(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("given_by"),
        Instant.parse(rs.getString("given_at")),
        StoredIntake.State.valueOf(rs.getString("state")),
        new StoredIntake.Counts(
            rs.getInt("added"),
            rs.getInt("unchanged"),
            rs.getInt("copies"),
            rs.getInt("versions"),
            rs.getInt("failed")),
        rs.getString("message"),
        Columns.number(rs, "document_id"));
  }

  /** The key of a document that is there with this text. */
  public Optional<Long> key(Document document) {
    return store.read(h ->
        h.select(
                "SELECT id FROM documents WHERE name = ? AND sha256 = ?",
                Words.clean(document.id()),
                document.sha256())
            .mapTo(Long.class)
            .findOne());
  }

  /** Whether any version of a document of this name is there. */
  public boolean hasName(String name) {
    return store.read(h ->
        h.select("SELECT 1 FROM documents WHERE name = ?", Words.clean(name))
            .mapTo(Integer.class)
            .findFirst()
            .isPresent());
  }

  /** The articles of a document in reading order. */
  public List<StoredArticle> articles(long document) {
    return store.ask(q -> q.articlesOf(document));
  }

  /**
   * One version of a document.
   *
   * @param document its key
   * @param name of the document
   * @param read when it was read
   */
  public record Version(long document, String name, Instant read) {}

  /** All versions of the document, of which one is named, the oldest first; empty for none. */
  public List<Version> versions(long document) {
    return store.read(h ->
        h.select(
                "SELECT v.id, v.name, v.added FROM documents v JOIN documents d ON d.name = v.name"
                    + " WHERE d.id = ? ORDER BY v.id",
                document)
            .map((rs, context) ->
                new Version(rs.getLong(1), rs.getString(2), Instant.parse(rs.getString(3))))
            .list());
  }

  /** Documents of which the text changed, with their last version, the newest change first. */
  public List<Version> changed(int most) {
    return store.read(h ->
        h.select(
                "SELECT n.id, n.name, n.added FROM documents n WHERE n.replaced_by IS NULL AND n.name"
                    + " IN (SELECT name FROM documents WHERE replaced_by IS NOT NULL) ORDER BY n.id"
                    + " DESC LIMIT ?",
                most)
            .map((rs, context) ->
                new Version(rs.getLong(1), rs.getString(2), Instant.parse(rs.getString(3))))
            .list());
  }
}
