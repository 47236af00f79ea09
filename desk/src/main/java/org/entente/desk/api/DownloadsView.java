package org.entente.desk.api;

import java.util.List;

/**
 * What the page of downloads shows.
 *
 * @param from first day, as 2013-05-07; empty for all
 * @param to last day; empty for all
 * @param pair one actor or two, as written; empty for all
 * @param lines the layouts
 */
public record DownloadsView(String from, String to, String pair, List<Line> lines) {
  public DownloadsView {
    lines = List.copyOf(lines);
  }

  /** A layout: its name, what it is, where it is downloaded. */
  public record Line(String name, String about, String href) {}
}
