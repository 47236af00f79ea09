package org.entente.export;

import java.util.ArrayList;
import java.util.List;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.parse.SentenceCuts;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the sentences of an article from 1, headline and standfirst first. Immutable.
 *
 * @see SentenceCuts
 */
public final class SentenceNumbers {
  private final List<Span> sentences = new ArrayList<>();
  private final int leadEnd;

  /**
   * @param content the text of the document that the article's spans point into
   */
  public SentenceNumbers(SentenceCuts cuts, Article article, String content) {
    add(cuts, content, article.headline());
    add(cuts, content, article.standfirst());
    boolean first = true;
    int end = sentences.isEmpty() ? 0 : sentences.getLast().end();
    for (Span paragraph : article.paragraphs()) {
      sentences.addAll(cuts.cut(content, paragraph));
      end = first ? paragraph.end() : end;
      first = false;
    }
    this.leadEnd = end;
  }

  private void add(SentenceCuts cuts, String content, @Nullable Field field) {
    if (field != null && field.span() != null) {
      sentences.addAll(cuts.cut(content, field.span()));
    }
  }

  /** The number of the sentence in which a span begins; 0 when it begins in none. */
  public int at(Span span) {
    for (int i = 0; i < sentences.size(); i++) {
      Span sentence = sentences.get(i);
      if (span.start() >= sentence.start() && span.start() < sentence.end()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether a span begins in the headline, the standfirst or the first paragraph. */
  public boolean isLead(Span span) {
    return span.start() < leadEnd;
  }
}
