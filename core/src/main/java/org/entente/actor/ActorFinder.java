package org.entente.actor;

import java.util.ArrayList;
import java.util.List;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;

/**
 * Finds who is named in an article, at the article's date: names by the actor files, roles ("the
 * Russian foreign minister", "police in Athens") by the tree, then pronouns and the country in
 * focus. Immutable and thread-safe.
 */
public final class ActorFinder {
  private final ActorBook book = ActorBook.load();

  /** The mentions of actors in {@code article}, in reading order. */
  public Mentions find(ParsedArticle article) {
    List<Mention> all = new ArrayList<>();
    Discourse discourse = new Discourse();
    for (int i = 0; i < article.sentences().size(); i++) {
      Sentence sentence = article.sentences().get(i);
      SentenceActors actors = new SentenceActors(book, sentence, article.day());
      List<Mention> found = actors.find(i);
      all.addAll(discourse.complete(i, sentence, found));
    }
    return new Mentions(all);
  }
}
