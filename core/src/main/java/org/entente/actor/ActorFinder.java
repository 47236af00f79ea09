package org.entente.actor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is named in an article, at the article's date: names by the actor files, roles ("the
 * Russian foreign minister", "police in Athens") by the tree, then pronouns and the country in
 * focus. Immutable and thread-safe.
 */
public final class ActorFinder {
  private final ActorBook book;

  public ActorFinder() {
    this(null);
  }

  /**
   * @param own folder of a user's own actor files, or null
   * @throws IllegalArgumentException naming every error of a broken file
   */
  public ActorFinder(@Nullable Path own) {
    book = ActorBook.load(own);
  }

  /** The mentions of actors in {@code article}, in reading order. */
  public Mentions find(ParsedArticle article) {
    List<Mention> all = new ArrayList<>();
    Discourse discourse = new Discourse();
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence sentence = article.sentences().get(i);
      SentenceActors actors = new SentenceActors(book, sentence, article.day(), discourse.focus());
      List<Mention> found = actors.find(i);
      all.addAll(discourse.complete(i, sentence, found));
    }
    return new Mentions(all);
  }
}
