package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Topics, and who changed them. Thread-safe; what returned stays through a killed process. */
public final class Topics {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<String>> TAGS = new TypeReference<>() {};

  private final Store store;

  public Topics(Store store) {
    this.store = store;
  }

  /** Those that are not withdrawn, by title. */
  public List<Topic> shown() {
    return all().stream().filter(t -> !t.withdrawn()).toList();
  }

  /** All, by title. */
  public List<Topic> all() {
    return store.read(Topics::all);
  }

  static List<Topic> all(Handle h) {
    return h.createQuery("SELECT * FROM topics ORDER BY title, id")
        .map((rs, c) -> topic(rs))
        .list();
  }

  public Optional<Topic> byId(long id) {
    return store.read(h -> find(h, "id = ?", id));
  }

  public Optional<Topic> byAddress(String address) {
    return store.read(h -> find(h, "address = ?", Words.clean(address)));
  }

  /** Begins a topic; its address is made of the title and stays. */
  public Topic add(Member by, Topic.Says says) {
    return store.write(h -> {
      long id = new Ids(h).next("topics");
      String now = Moments.now(store.clock());
      h.createUpdate(
              "INSERT INTO topics (id, address, title, lead, tags, withdrawn, edition, made, changed)"
                  + " VALUES (:id, :address, :title, :lead, :tags, 0, 0, :now, :now)")
          .bind("id", id)
          .bind("address", address(h, says.title()))
          .bind("title", Words.clean(says.title()))
          .bind("lead", Words.clean(says.lead()))
          .bind("tags", Words.clean(JSON.writeValueAsString(says.tags())))
          .bind("now", now)
          .execute();
      Acts.add(h, store.clock(), new Acts.Act(by, "makes", "topic", id, says.title()));
      return find(h, "id = ?", id).orElseThrow();
    });
  }

  /**
   * Changes what a topic says, takes it from readers or gives it back.
   *
   * @param seen the topic as the editor saw it
   * @throws StoreException when somebody has changed it since
   */
  public Topic change(Member by, Topic seen, Topic.Says says, boolean withdrawn) {
    return store.write(h -> {
      int changed =
          h.execute(
              "UPDATE topics SET title = ?, lead = ?, tags = ?, withdrawn = ?, changed = ?, edition ="
                  + " edition + 1 WHERE id = ? AND edition = ?",
              Words.clean(says.title()),
              Words.clean(says.lead()),
              Words.clean(JSON.writeValueAsString(says.tags())),
              withdrawn ? 1 : 0,
              Moments.now(store.clock()),
              seen.id(),
              seen.edition());
      if (changed == 0) {
        throw new StoreException(
            StoreException.Reason.REFUSED, "somebody has changed the topic since you opened it");
      }
      String act =
          withdrawn == seen.withdrawn() ? "changes" : withdrawn ? "withdraws" : "shows again";
      Acts.add(h, store.clock(), new Acts.Act(by, act, "topic", seen.id(), says.title()));
      return find(h, "id = ?", seen.id()).orElseThrow();
    });
  }

  /** Free words of the title; a number follows where another topic has them. */
  private static String address(Handle h, String title) {
    String words = Posts.words(title);
    String address = words;
    for (int n = 2; find(h, "address = ?", address).isPresent(); n++) {
      address = words + "-" + n;
    }
    return address;
  }

  private static Optional<Topic> find(Handle h, String condition, Object value) {
    return h.select("SELECT * FROM topics WHERE " + condition, value)
        .map((rs, c) -> topic(rs))
        .findOne();
  }

  private static Topic topic(ResultSet rs) throws SQLException {
    return new Topic(
        rs.getLong("id"),
        rs.getString("address"),
        new Topic.Says(
            rs.getString("title"),
            rs.getString("lead"),
            JSON.readValue(rs.getString("tags"), TAGS)),
        rs.getInt("withdrawn") == 1,
        rs.getInt("edition"),
        Instant.parse(rs.getString("made")),
        Instant.parse(rs.getString("changed")));
  }
}
