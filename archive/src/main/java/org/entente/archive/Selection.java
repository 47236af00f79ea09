package org.entente.archive;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are kept. What a document does not declare does not keep it out: most pages of a
 * crawl declare no language, and core leaves out what is not English by its words.
 *
 * @param languages tags as declared, {@code en} also for {@code en-GB}; empty for all
 * @param hosts as in the address, also for what stands below them; empty for all
 * @param from first day; null for all
 * @param to last day; null for all
 */
public record Selection(
    List<String> languages, List<String> hosts, @Nullable LocalDate from, @Nullable LocalDate to)
    implements Serializable {
  public Selection {
    languages = List.copyOf(languages);
    hosts = List.copyOf(hosts);
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("--from " + from + " lies after --to " + to);
    }
  }

  /** Told by what the container declares, before anything is parsed. */
  boolean keeps(@Nullable String language, @Nullable String url) {
    return (languages.isEmpty() || language == null || speaks(language))
        && (hosts.isEmpty() || isOf(host(url)));
  }

  /** Told by the day that the article bears; without a day it is kept. */
  boolean keeps(@Nullable LocalDate day) {
    return day == null
        || ((from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to)));
  }

  private boolean speaks(String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    return languages.stream()
        .map(l -> l.toLowerCase(Locale.ROOT))
        .anyMatch(l -> tag.equals(l) || tag.startsWith(l + "-"));
  }

  private boolean isOf(String host) {
    return hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
  }

  /** The host of an address; empty where there is none. */
  static String host(@Nullable String url) {
    if (url == null) {
      return "";
    }
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return ""; // an address that is none has no host; the document is still read
    }
  }
}
