package org.entente.archive;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");
  private static final Pattern HOST = Pattern.compile("[^\\s/:@?#,]+");
  private static final Pattern ADDRESS = // tolerant: addresses of crawls hold blanks and bars
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@]+).*", Pattern.DOTALL);

  public Selection {
    languages = languages.stream().map(Selection::tag).toList();
    hosts = hosts.stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    for (String language : languages) {
      require(TAG, language, "--language '%s' is no tag of a language; write it as en or en-GB");
    }
    for (String host : hosts) {
      require(HOST, host, "--host '%s' is no host; write it as bbc.co.uk");
    }
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
    String tag = tag(language);
    return languages.stream().anyMatch(l -> tag.equals(l) || tag.startsWith(l + "-"));
  }

  private boolean isOf(String host) {
    return hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith("." + h));
  }

  /** The host of an address; empty where there is none. */
  static String host(@Nullable String url) {
    if (url == null) {
      return "";
    }
    Matcher address = ADDRESS.matcher(url.strip());
    return address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /** {@code en_US} is written for {@code en-US} as often as not. */
  private static String tag(String language) {
    return language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static void require(Pattern form, String word, String otherwise) {
    if (!form.matcher(word).matches()) {
      throw new IllegalArgumentException(otherwise.formatted(word));
    }
  }
}
