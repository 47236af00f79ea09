package org.entente.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.entente.text.Evidence;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Update;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that people wrote at a desk as one zip archive: members, reviews with all versions,
 * comments, moderation, as JSON Lines, and the texts that clips point into. The same store makes
 * the same bytes, and what an empty store takes in it gives out again byte by byte. It holds mail
 * addresses and password hashes.
 */
public final class PressArchive {
  /** Tables with the columns that order them, each after those it refers to. */
  private static final List<Table> TABLES =
      List.of(
          new Table("members", "id"),
          new Table("passkeys", "id"),
          new Table("identities", "issuer, subject"),
          new Table("newsletters", "member_id"),
          new Table("posts", "id"),
          new Table("post_versions", "post_id, number"),
          new Table("schedules", "post_id"),
          new Table("second_looks", "id"),
          new Table("house_rules", "name"),
          new Table("topics", "id"),
          new Table("comments", "id"),
          new Table("comment_versions", "comment_id, number"),
          new Table("reports", "id"),
          new Table("acts", "id"),
          new Table("imported", "source, kind, foreign_id"),
          new Table("old_addresses", "path"));

  /** Tables that archives of older versions lack. */
  private static final Set<String> LATER =
      Set.of(
          "identities",
          "newsletters",
          "schedules",
          "second_looks",
          "house_rules",
          "topics",
          "imported",
          "old_addresses");

  /** As for what is fetched (docs/security.md); rows that are alike shrink by thirty at most. */
  private static final long DENSEST = 200;

  /** Nothing to fear of what unpacks to less, in bytes. */
  private static final long SMALL = 1 << 20;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<TreeMap<String, Object>> ROW = new TypeReference<>() {};

  private record Table(String name, String order) {
    String entry() {
      return name + ".jsonl";
    }
  }

  private final Store store;

  public PressArchive(Store store) {
    this.store = store;
  }

  /** How many rows of each kind an archive holds. */
  public record Counts(Map<String, Integer> rows, int texts) {
    public Counts {
      rows = Map.copyOf(rows);
    }
  }

  /** Writes the archive; a file that is there is replaced. */
  public Counts write(Path file) throws IOException {
    Map<String, List<String>> tables = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    store.read(h -> {
      TABLES.forEach(t -> tables.put(t.entry(), rows(h, t)));
      for (String sha : cited(h)) {
        Cited.text(h, sha).ifPresent(text -> texts.put("texts/" + sha + ".txt", text));
      }
      return true;
    });
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Table table : TABLES) {
        List<String> rows = tables.getOrDefault(table.entry(), List.of());
        put(zip, table.entry(), rows.stream().map(r -> r + "\n").collect(Collectors.joining()));
      }
      for (Map.Entry<String, String> text : texts.entrySet()) {
        put(zip, text.getKey(), text.getValue());
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    TABLES.forEach(t -> counts.put(t.name(), tables.getOrDefault(t.entry(), List.of()).size()));
    return new Counts(counts, texts.size());
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same store, the same bytes
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static List<String> rows(Handle h, Table table) {
    return h.createQuery("SELECT * FROM " + table.name() + " ORDER BY " + table.order())
        .mapToMap()
        .map(row -> JSON.writeValueAsString(new TreeMap<>(row)))
        .list();
  }

  /** The hashes of all texts that any version clips. */
  private static TreeSet<String> cited(Handle h) {
    TreeSet<String> hashes = new TreeSet<>();
    h.createQuery("SELECT blocks FROM post_versions")
        .mapTo(String.class)
        .forEach(blocks -> {
          for (Block block : JSON.readValue(blocks, new TypeReference<List<Block>>() {})) {
            block.clips().forEach(clip -> hashes.add(clip.sha256()));
          }
        });
    return hashes;
  }

  /**
   * Takes an archive into a store where nobody is a member yet; all of it or nothing.
   *
   * @throws StoreException when the store has members, or the file is no such archive
   */
  public Counts read(Path file) {
    Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
    Map<String, String> texts = new TreeMap<>();
    load(file, tables, texts);
    return store.write(h -> {
      boolean taken = h.createQuery("SELECT COUNT(*) FROM members").mapTo(Integer.class).one() > 0;
      if (taken) {
        throw new StoreException(
            StoreException.Reason.REFUSED,
            store.location() + " has members already; take the archive into an empty store");
      }
      Map<String, Integer> counts = new TreeMap<>();
      for (Table table : TABLES) {
        List<Map<String, Object>> rows = tables.getOrDefault(table.name(), List.of());
        rows.forEach(row -> insert(h, file, table, row));
        counts.put(table.name(), rows.size());
      }
      texts.forEach((sha, text) -> Cited.keep(h, sha, text));
      requireReadable(h, file);
      return new Counts(counts, texts.size());
    });
  }

  private static void load(
      Path file, Map<String, List<Map<String, Object>>> tables, Map<String, String> texts) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      for (Table table : TABLES) {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null && !LATER.contains(table.name())) {
          throw broken(file, "it lacks " + table.entry());
        }
        tables.put(table.name(), entry == null ? List.of() : lines(open(zip, entry)));
      }
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        if (entry.getName().matches("texts/[0-9a-f]{64}\\.txt")) {
          String sha = entry.getName().substring(6, 70);
          String text = new String(open(zip, entry).readAllBytes(), StandardCharsets.UTF_8);
          if (!Evidence.hash(text).equals(sha)) {
            throw broken(file, entry.getName() + " is not the text of its hash");
          }
          texts.put(sha, text);
        }
      }
    } catch (IOException | JacksonException e) {
      throw broken(file, String.valueOf(e.getMessage()));
    }
  }

  /** Refuses what was made to fill the memory: what people write does not shrink like that. */
  private static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    if (entry.getSize() > SMALL && entry.getSize() / packed > DENSEST) {
      throw new IOException(
          entry.getName() + " unpacks to more than " + DENSEST + " times its size");
    }
    return zip.getInputStream(entry); // gives no more than the size that the entry names
  }

  private static StoreException broken(Path file, String why) {
    return new StoreException(
        StoreException.Reason.REFUSED, file + " is no archive of press reviews: " + why);
  }

  private static List<Map<String, Object>> lines(InputStream in) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        TreeMap<String, Object> row = JSON.readValue(line, ROW);
        if (!row.keySet().stream().allMatch(k -> k.matches("[a-z0-9_]+"))) {
          throw new IOException("a row has a column that no table has");
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** What a desk could not show is refused now, not when somebody opens its page. */
  private static void requireReadable(Handle h, Path file) {
    try {
      h.createQuery("SELECT " + Members.COLUMNS + " FROM members")
          .map((rs, c) -> Members.member(rs))
          .list();
      for (Post post : Posts.list(h, "1 = 1")) {
        VersionRows.all(h, post);
        Drafts.shown(h, post);
      }
      CommentRows.all(h, "1 = 1");
      Topics.all(h);
    } catch (IllegalArgumentException
        | DateTimeException
        | NoSuchElementException
        | JacksonException
        | JdbiException e) {
      throw broken(file, "a row says what no desk can show: " + e.getMessage());
    }
  }

  private void insert(Handle h, Path file, Table table, Map<String, Object> row) {
    String names = String.join(", ", row.keySet());
    String values = row.keySet().stream().map(k -> ":" + k).collect(Collectors.joining(", "));
    Update update =
        h.createUpdate("INSERT INTO " + table.name() + " (" + names + ") VALUES (" + values + ")");
    row.forEach(update::bind);
    try {
      update.execute();
    } catch (JdbiException e) {
      StoreException known = StoreException.of(store.location(), e);
      if (known.reason() != StoreException.Reason.BROKEN) {
        throw known;
      }
      throw broken(
          file,
          "a row of "
              + table.entry()
              + " does not fit this program; take it in with the Entente that wrote it, or a newer one");
    }
  }
}
