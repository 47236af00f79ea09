package org.entente.actor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Actors by the names that the files know: {@code ActorNames.load(null).named("Moscow", day)} is
 * Russia. Immutable and thread-safe.
 */
public final class ActorNames {
  private static final int SUGGESTIONS = 3;

  private final ActorBook book;

  private ActorNames(ActorBook book) {
    this.book = book;
  }

  /**
   * The shipped files, and a user's own before them.
   *
   * @param own folder of the user's files, or null
   * @throws IllegalArgumentException naming every error of a broken file
   */
  public static ActorNames load(@Nullable Path own) {
    return new ActorNames(ActorBook.load(own));
  }

  /** Who bears the name, whatever its case; empty where nobody is known by it. */
  public Optional<Actor> named(String name, LocalDate day) {
    return Optional.ofNullable(book.named(name)).map(entry -> entry.at(day));
  }

  /** The name of a state by its ISO 3166-1 alpha-3 code; the code itself where it is unknown. */
  public String state(String code) {
    return book.state(code);
  }

  /** Whether there is a state with this ISO 3166-1 alpha-3 code. */
  public boolean isState(String code) {
    return !book.state(code).equals(code);
  }

  /** At most three known names that are written much like it, the nearest first. */
  public List<String> like(String name) {
    return book.namesLike(name, SUGGESTIONS);
  }
}
