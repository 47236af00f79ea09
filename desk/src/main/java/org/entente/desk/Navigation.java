package org.entente.desk;

import java.util.List;
import org.springframework.web.servlet.function.ServerRequest;

/** The desk's own table of contents. Each feature adds its row. */
public final class Navigation {
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("/", "Front", Access.EVERYONE),
          new Entry("/wire", "Wire", Access.EVERYONE),
          new Entry("/pairs", "Pairs", Access.EVERYONE),
          new Entry("/actors", "Actors", Access.EVERYONE),
          new Entry("/calendar", "Calendar", Access.EVERYONE),
          new Entry("/network", "Network", Access.EVERYONE),
          new Entry("/codebook", "Codebook", Access.EVERYONE),
          new Entry("/posts", "Reviews", Access.EVERYONE),
          new Entry("/drafts", "Write", Access.CONTRIBUTOR),
          new Entry("/review", "Check", Access.CONTRIBUTOR),
          new Entry("/sources", "Sources", Access.CONTRIBUTOR),
          new Entry("/watches", "Watches", Access.MEMBER),
          new Entry("/moderation", "Moderation", Access.MODERATOR),
          new Entry("/members", "Members", Access.MODERATOR));

  private Navigation() {}

  /**
   * @param path where it leads
   * @param name as shown
   * @param access who sees it
   */
  public record Entry(String path, String name, Access access) {}

  /** What the reader may open. */
  static List<Entry> of(ServerRequest request) {
    return ENTRIES.stream()
        .filter(e ->
            e.access() == Access.EVERYONE
                || request.servletRequest().isUserInRole(e.access().role()))
        .toList();
  }
}
