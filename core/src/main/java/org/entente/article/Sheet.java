package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;

/** The paragraphs of a page in reading order, while they are labelled. Not thread-safe. */
final class Sheet {
  final String text;
  final List<Paragraph> paragraphs;

  Sheet(String text, List<Paragraph> paragraphs) {
    this.text = text;
    this.paragraphs = List.copyOf(paragraphs);
  }

  int size() {
    return paragraphs.size();
  }

  Paragraph get(int i) {
    return paragraphs.get(i);
  }

  /** The paragraphs that no heuristic was sure of yet. */
  List<Paragraph> unknown() {
    List<Paragraph> unknown = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.isUnknown()) {
        unknown.add(paragraph);
      }
    }
    return unknown;
  }

  /** Index of the first paragraph from {@code i} on that is not furniture, or the size. */
  int skipFurniture(int i) {
    int at = i;
    while (at < size() && get(at).is(Label.FURNITURE)) {
      at++;
    }
    return at;
  }

  List<Span> spans(Label label) {
    List<Span> spans = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.is(label)) {
        spans.add(paragraph.span);
      }
    }
    return spans;
  }

  /** White space folded to single spaces. */
  static String fold(CharSequence text, Span span) {
    StringBuilder folded = new StringBuilder(span.length());
    boolean gap = false;
    for (int i = span.start(); i < span.end(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        gap = folded.length() > 0;
      } else {
        if (gap) {
          folded.append(' ');
        }
        gap = false;
        folded.append(c);
      }
    }
    return folded.toString();
  }
}
