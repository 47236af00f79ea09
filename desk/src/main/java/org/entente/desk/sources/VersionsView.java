package org.entente.desk.sources;

import java.util.List;
import org.entente.store.Intakes;
import org.entente.store.StoredArticle;

/**
 * The versions of a document, and what changed from one to the next.
 *
 * @param name of the document
 * @param versions the oldest first
 * @param from the number of the version compared, counted from 1
 * @param to the number of the version it is compared with
 * @param parts what changed; empty where there is one version alone
 * @param articles of the later version
 */
public record VersionsView(
    String name,
    List<Intakes.Version> versions,
    int from,
    int to,
    List<WordDiff.Part> parts,
    List<StoredArticle> articles) {
  public VersionsView {
    versions = List.copyOf(versions);
    parts = List.copyOf(parts);
    articles = List.copyOf(articles);
  }

  /** How many words, or runs of them, were added or removed. */
  public long changes() {
    return parts.stream().filter(p -> p.kind() != WordDiff.Kind.SAME).count();
  }
}
