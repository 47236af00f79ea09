package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A happening as articles tell it.
 *
 * @param id its key
 * @param headline that of its first article; empty where none of its articles has one
 * @param articles oldest first, copies included, without older versions
 * @param outlets whose articles are no copies, each once, in the order of their first article
 * @param actors keys of those in its events, most often named first
 * @param codes CAMEO codes of its events, most frequent first
 */
public record StoredStory(
    long id,
    String headline,
    List<StoredArticle> articles,
    List<String> outlets,
    List<String> actors,
    List<String> codes) {
  public StoredStory {
    articles = List.copyOf(articles);
    outlets = List.copyOf(outlets);
    actors = List.copyOf(actors);
    codes = List.copyOf(codes);
  }

  /** The day of its first dated article. */
  public Optional<LocalDate> first() {
    return days().stream().min(LocalDate::compareTo);
  }

  /** The day of its last dated article. */
  public Optional<LocalDate> last() {
    return days().stream().max(LocalDate::compareTo);
  }

  private List<LocalDate> days() {
    return articles.stream().flatMap(a -> Optional.ofNullable(a.day()).stream()).toList();
  }

  /** How many of its articles repeat another. */
  public long copies() {
    return articles.stream().filter(a -> a.copyOf() != null).count();
  }
}
