package org.entente.statement;

import java.util.List;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Sentence;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs that belong to one speaker as a whole: "WALLACE: …" in a transcript, and a quotation
 * with a dash and a name under it. Stateless and thread-safe.
 */
final class ParagraphMarks {
  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_NAME = 60;
  private static final String DASHES = "\u2013\u2014\u2015";
  private static final String CLOSERS = "\"\u201D\u2019'";

  private ParagraphMarks() {}

  /**
   * @param first index of the paragraph's first sentence
   * @param end index after its last
   * @return the one attribution of the paragraph, or null
   */
  static @Nullable Attribution of(ParsedArticle article, String text, int first, int end) {
    Span paragraph = StatementFinder.paragraph(article, first, end);
    Attribution label = label(article, text, paragraph, first);
    return label != null ? label : signature(article, text, paragraph, first, end);
  }

  /** A name in capitals and a colon: all that follows in the paragraph is said. */
  private static @Nullable Attribution label(
      ParsedArticle article, String text, Span paragraph, int first) {
    int start = paragraph.start() + (isQuote(text.charAt(paragraph.start())) ? 1 : 0);
    int colon = start;
    int letters = 0;
    while (colon < paragraph.end() && colon - start < LONGEST_LABEL && text.charAt(colon) != ':') {
      char c = text.charAt(colon++);
      letters += Character.isUpperCase(c) ? 1 : 0;
      if (Character.isLowerCase(c) || Character.isDigit(c)) {
        return null;
      }
    }
    boolean marked = colon < paragraph.end() && text.charAt(colon) == ':' && letters > 2;
    Span content = new Span(Math.min(colon + 1, paragraph.end()), paragraph.end()).strip(text);
    return !marked || content.isEmpty()
        ? null
        : attribution(
            article, first, new Span(start, colon), new Span(colon, colon + 1), content, "label");
  }

  /** A quotation, a dash and a name close the paragraph. */
  private static @Nullable Attribution signature(
      ParsedArticle article, String text, Span paragraph, int first, int end) {
    int dash = paragraph.end() - 1;
    while (dash > paragraph.start() && DASHES.indexOf(text.charAt(dash)) < 0) {
      dash--;
    }
    Span name = new Span(Math.min(dash + 1, paragraph.end()), paragraph.end()).strip(text);
    Span said = new Span(paragraph.start(), dash).strip(text);
    boolean signed =
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && Character.isUpperCase(text.charAt(name.start()))
            && !said.isEmpty()
            && isQuote(text.charAt(said.start()))
            && CLOSERS.indexOf(text.charAt(said.end() - 1)) >= 0;
    if (!signed) {
      return null;
    }
    boolean stop = text.charAt(name.end() - 1) == '.';
    Span source = stop ? new Span(name.start(), name.end() - 1) : name;
    int sentence = end - 1;
    while (sentence > first && article.sentences().get(sentence).span().start() > source.start()) {
      sentence--;
    }
    return attribution(article, sentence, source, new Span(dash, dash + 1), said, "signature");
  }

  private static Attribution attribution(
      ParsedArticle article, int number, Span source, Span cue, Span content, String rule) {
    Sentence s = article.sentences().get(number);
    int head = Math.min(s.size() - 1, Math.max(0, s.tokenAt(source.end() - 1)));
    Attribution attribution =
        new Attribution(number, Sentence.NONE, source, head, cue, Statement.Kind.DIRECT, rule);
    attribution.contents.add(content);
    return attribution;
  }

  private static boolean isQuote(char c) {
    return List.of('"', '\u201C', '\u201D', '\u2018', '\u00AB').contains(c);
  }
}
