package org.entente.desk;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.desk.member.Postman;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Writes all that the public sees of a desk's reviews as files for any web server or none: reviews
 * with their comments, lists, feeds, annotations, site map, style sheet. The desk's own pages are
 * asked for as a reader who is not signed in asks, so that nothing else can get into it. One use,
 * one thread.
 */
public final class StillSite {
  /** Says that a folder is ours to replace. */
  private static final String MARK = ".entente-site";

  /** As many as a site map may name. */
  private static final int MOST = 50_000;

  private final Desk desk;
  private final Map<String, byte[]> pages = new LinkedHashMap<>();
  private final Map<String, byte[]> others = new LinkedHashMap<>();

  private StillSite(Desk desk) {
    this.desk = desk;
  }

  /**
   * How much was written.
   *
   * @param pages pages of HTML
   * @param others feeds, annotations, style sheets
   */
  public record Written(int pages, int others) {}

  /**
   * Writes the folder anew: beside it first, then in its place.
   *
   * @throws DeskException when the folder holds something else
   * @throws IOException when it cannot be written; what stood there stays
   */
  public static Written write(DeskSettings settings, Path folder) throws IOException {
    Path place = folder.toAbsolutePath().normalize();
    requireOurs(place);
    try (Desk desk = Desk.start(settings.withPort(0).withOutside(Outside.resting()))) {
      desk.part(Postman.class).close(); // what waits is sent by the desk that serves
      StillSite site = new StillSite(desk);
      site.ask();
      Path aside = place.resolveSibling(place.getFileName() + ".new-" + System.nanoTime());
      Files.createDirectories(aside);
      try {
        site.keep(aside);
      } catch (IOException e) {
        remove(aside);
        throw e;
      }
      swap(aside, place);
      return new Written(site.pages.size(), site.others.size());
    }
  }

  private static void requireOurs(Path place) throws IOException {
    if (!Files.exists(place)) {
      return;
    }
    boolean empty = false;
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.list(place)) {
        empty = files.findAny().isEmpty();
      }
    }
    if (!empty && !Files.exists(place.resolve(MARK))) {
      throw new DeskException(
          place + " holds something that no 'review site' wrote; name an empty or new folder",
          null);
    }
  }

  private void ask() throws IOException {
    page("/posts");
    Set<String> lists = new LinkedHashSet<>();
    String front = new String(pages.getOrDefault("/posts", new byte[0]), StandardCharsets.UTF_8);
    for (Element link : Jsoup.parse(front).select("nav.archive li a[href]")) {
      lists.add(link.attr("href"));
    }
    for (String list : lists) {
      page(list);
      feeds(list + "/feed");
    }
    feeds("/posts");
    feeds("/comments");
    other("/sitemap.xml");
    for (Post post : new Posts(desk.part(Store.class)).published(MOST, 0)) {
      String path = "/posts/" + post.address();
      page(path);
      other(path + "/annotations");
    }
    for (Element link : Jsoup.parse(front).select("link[href^=/assets/]")) {
      other(link.attr("href"));
    }
  }

  private void feeds(String path) throws IOException {
    for (String type : List.of(".atom", ".rss", ".json")) {
      other(path + type);
    }
  }

  private void page(String path) throws IOException {
    get(path).ifPresent(body -> pages.put(path, body));
  }

  private void other(String path) throws IOException {
    get(path).ifPresent(body -> others.put(path, body));
  }

  /** Empty for what has been withdrawn meanwhile. */
  private Optional<byte[]> get(String path) throws IOException {
    HttpURLConnection asked =
        (HttpURLConnection) desk.address().resolve(path).toURL().openConnection();
    asked.setRequestProperty("Accept-Language", "en-GB");
    if (asked.getResponseCode() != HttpURLConnection.HTTP_OK) {
      return Optional.empty();
    }
    try (InputStream in = asked.getInputStream()) {
      return Optional.of(in.readAllBytes());
    }
  }

  private void keep(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> page : pages.entrySet()) {
      keep(folder, page.getKey(), page.getValue());
    }
    byte[] front = pages.get("/posts");
    if (front != null) {
      keep(folder, "/", front);
    }
    for (Map.Entry<String, byte[]> other : others.entrySet()) {
      put(folder, StillPage.file(other.getKey(), false), other.getValue());
    }
    Files.writeString(folder.resolve(MARK), "Written by 'entente review site'.\n");
  }

  private void keep(Path folder, String path, byte[] body) throws IOException {
    String file = StillPage.file(path, true);
    String html = new String(body, StandardCharsets.UTF_8);
    String still = StillPage.of(html, file, pages.keySet(), others.keySet());
    put(folder, file, still.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(Path folder, String name, byte[] content) throws IOException {
    String plain = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    Path file = folder.resolve(plain).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("'" + name + "' leads out of the folder");
    }
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, content);
  }

  private static void swap(Path made, Path place) throws IOException {
    Path old = made.resolveSibling(made.getFileName() + ".old");
    boolean replaced = Files.exists(place);
    if (replaced) {
      Files.move(place, old);
    }
    Files.move(made, place);
    if (replaced) {
      remove(old);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
