package org.entente.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What published reviews have in common: who wrote them, which two they are about. Thread-safe. */
public final class PostGroups {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NEWEST = " ORDER BY p.published DESC, p.id DESC";

  private final Store store;
  private final Posts posts;

  public PostGroups(Store store) {
    this.store = store;
    this.posts = new Posts(store);
  }

  /**
   * Somebody with published reviews.
   *
   * @param id of the account, or of the name that stands for a writer of another blog
   * @param name as shown
   * @param posts how many
   */
  public record Writer(long id, String name, int posts) {}

  /**
   * Two actors of whom published reviews claim something.
   *
   * @param one key of the one whose key comes first
   * @param other key of the other
   * @param posts keys of the reviews
   */
  public record Pair(String one, String other, Set<Long> posts) {
    public Pair {
      posts = Set.copyOf(posts);
    }
  }

  /** All writers, most first. */
  public List<Writer> writers() {
    return store.read(h ->
        h.createQuery(
                "SELECT m.id, m.name, COUNT(*) AS number FROM posts p JOIN members m ON m.id ="
                    + " p.member_id WHERE p.state = 'PUBLISHED' GROUP BY m.id, m.name ORDER BY number"
                    + " DESC, m.name")
            .map((rs, c) -> new Writer(rs.getLong(1), rs.getString(2), rs.getInt(3)))
            .list());
  }

  /** The published reviews of a writer, newest first. */
  public List<Post> by(long writer) {
    return posts.list("p.state = 'PUBLISHED' AND p.member_id = ?" + NEWEST, writer);
  }

  /** All pairs that claims and charts of published reviews are about, most first. */
  public List<Pair> pairs() {
    Map<List<String>, Set<Long>> found = new TreeMap<>(Comparator.comparing(List::toString));
    store.read(h ->
        h.createQuery(
                "SELECT p.id, v.blocks FROM posts p JOIN post_versions v ON v.post_id = p.id AND"
                    + " v.number = p.shown WHERE p.state = 'PUBLISHED' AND v.blocks LIKE"
                    + " '%\"one\":%'")
            .map((rs, c) -> {
              long post = rs.getLong(1);
              for (List<String> pair : pairs(rs.getString(2))) {
                found.computeIfAbsent(pair, p -> new TreeSet<>()).add(post);
              }
              return post;
            })
            .list());
    return found.entrySet().stream()
        .map(e -> new Pair(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
        .sorted(Comparator.comparing((Pair p) -> p.posts().size()).reversed())
        .toList();
  }

  /** The pairs of some of these reviews, by how many of those are about them, most first. */
  public List<Pair> pairs(Set<Long> reviews) {
    return pairs().stream()
        .map(p -> new Pair(p.one(), p.other(), common(p.posts(), reviews)))
        .filter(p -> !p.posts().isEmpty())
        .sorted(Comparator.comparing((Pair p) -> p.posts().size()).reversed())
        .toList();
  }

  private static Set<Long> common(Set<Long> some, Set<Long> others) {
    return some.stream().filter(others::contains).collect(Collectors.toSet());
  }

  private static List<List<String>> pairs(String blocks) {
    List<List<String>> pairs = new ArrayList<>();
    for (Block block : JSON.readValue(blocks, new TypeReference<List<Block>>() {})) {
      if (block instanceof Block.Claim claim) {
        pairs.add(List.of(claim.one(), claim.other()));
      } else if (block instanceof Block.Series series) {
        pairs.add(List.of(series.one(), series.other()));
      }
    }
    return pairs.stream().map(p -> p.stream().sorted().toList()).toList();
  }

  /** The published reviews that claim something of two, in any order of the two, newest first. */
  public List<Post> about(String one, String other) {
    List<String> asked = List.of(one, other).stream().sorted().toList();
    Set<Long> found =
        pairs().stream()
            .filter(p -> p.one().equals(asked.getFirst()) && p.other().equals(asked.getLast()))
            .map(Pair::posts)
            .findFirst()
            .orElse(Set.of());
    return found.isEmpty()
        ? List.of()
        : posts.list("p.state = 'PUBLISHED'" + NEWEST).stream()
            .filter(p -> found.contains(p.id()))
            .toList();
  }
}
