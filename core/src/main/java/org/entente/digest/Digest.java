package org.entente.digest;

import java.util.List;
import org.entente.Reading;
import org.entente.source.Document;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a reading: what was coded and what stories and coverage need to know of the
 * text, without its trees. Spans count UTF-16 units of {@code content}, whether it is whole or not.
 * Immutable.
 *
 * @param id name of the document
 * @param sha256 of the whole text, also where {@code content} is not whole
 * @param address of the document
 * @param language as declared
 * @param content the text; where it is not whole, an {@link Excerpt} of the same length
 * @param isWhole whether {@code content} is the text as it was read
 * @param commentary what the editor says of the articles
 * @param articles in reading order
 * @param problems what was wrong, with its place
 */
public record Digest(
    String id,
    String sha256,
    @Nullable String address,
    @Nullable String language,
    String content,
    boolean isWhole,
    List<Span> commentary,
    List<ArticleDigest> articles,
    List<Problem> problems) {
  public Digest {
    commentary = List.copyOf(commentary);
    articles = List.copyOf(articles);
    problems = List.copyOf(problems);
  }

  /** With the whole text. */
  public static Digest of(Reading reading) {
    return of(reading, reading.document().content(), true);
  }

  /** Without the text: headlines and the sentences in which something was found, all else blank. */
  public static Digest excerpt(Reading reading) {
    return of(reading, Excerpt.of(reading), false);
  }

  /** The same with another text of the same length in its place, or with none while it is kept. */
  public Digest withContent(String other) {
    return new Digest(
        id, sha256, address, language, other, isWhole, commentary, articles, problems);
  }

  private static Digest of(Reading reading, String content, boolean whole) {
    Document document = reading.document();
    return new Digest(
        document.id(),
        document.sha256(),
        document.metadata().url(),
        document.metadata().language(),
        content,
        whole,
        reading.contents().commentary(),
        reading.articles().stream().map(ArticleDigest::of).toList(),
        reading.problems());
  }
}
