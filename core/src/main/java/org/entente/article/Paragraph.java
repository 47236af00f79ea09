package org.entente.article;

import java.util.List;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a page while the heuristics label it. The first heuristic that is sure labels it;
 * later ones only see what is still unknown. Not thread-safe.
 */
final class Paragraph {
  /** What the layout says of a paragraph before anything is read. */
  record Layout(int heading, boolean lone, boolean quoted) {
    static final Layout PLAIN = new Layout(0, false, false);
  }

  final Span span;

  /** White space folded. */
  final String text;

  final Layout layout;
  final int words;
  Label label = Label.UNKNOWN;
  String rule = "";
  List<HeadPart> head = List.of();

  Paragraph(Span span, String text, Layout layout) {
    this.span = span;
    this.text = text;
    this.layout = layout;
    this.words = countWords(text);
  }

  void label(Label label, String rule) {
    this.label = label;
    this.rule = rule;
  }

  boolean is(Label wanted) {
    return label == wanted;
  }

  boolean isUnknown() {
    return label == Label.UNKNOWN;
  }

  /** Whether a head line holds a part of this kind. */
  boolean has(HeadPart.Kind kind) {
    return part(kind) != null;
  }

  @Nullable HeadPart part(HeadPart.Kind kind) {
    for (HeadPart part : head) {
      if (part.kind() == kind) {
        return part;
      }
    }
    return null;
  }

  /** Whether it ends as a sentence ends, quotation marks and brackets aside. */
  boolean endsSentence() {
    return ".!?…".indexOf(lastCharacter()) >= 0;
  }

  /** Whether it ends with a full stop, a colon or the like: headlines do not. */
  boolean endsClosed() {
    return ".…:;,".indexOf(lastCharacter()) >= 0;
  }

  private char lastCharacter() {
    int end = text.length();
    while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end == 0 ? ' ' : text.charAt(end - 1);
  }

  private static int countWords(String text) {
    int words = text.isEmpty() ? 0 : 1;
    for (int i = 0; i < text.length(); i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }

  @Override
  public String toString() {
    return label + " (" + rule + ") " + text;
  }
}
