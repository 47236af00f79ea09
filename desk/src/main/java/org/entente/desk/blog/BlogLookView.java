package org.entente.desk.blog;

import java.util.List;

/**
 * What would come of an export, or what came.
 *
 * @param key of the upload
 * @param name of the file
 * @param program who wrote it
 * @param base where the blog stood; may be empty
 * @param owner whose posts they become; "" for the writers' names
 * @param taken whether it was taken
 * @param news what is new
 */
public record BlogLookView(
    String key,
    String name,
    String program,
    String base,
    String owner,
    boolean taken,
    BlogNews news) {
  private static final int SHOWN = 200;

  /** The posts that the page lists. */
  public List<BlogNews.Line> lines() {
    return news.lines().stream().limit(SHOWN).toList();
  }

  /** How many more there are. */
  public int more() {
    return news.lines().size() - lines().size();
  }

  /** What cannot be taken, as far as the page lists it. */
  public List<String> problems() {
    return news.problems().stream().limit(SHOWN).toList();
  }
}
