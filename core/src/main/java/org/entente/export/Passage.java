package org.entente.export;

/**
 * Words of a document and where they stand: {@code text[start:end] == exact}.
 *
 * @param start first character, in Unicode code points of the document's text
 * @param end the one after the last, in code points
 * @param exact the words
 */
public record Passage(int start, int end, String exact) {
  public Passage {
    int length = exact.codePointCount(0, exact.length());
    if (start < 0 || end - start != length) {
      throw new IllegalArgumentException(
          "passage " + start + ".." + end + " does not hold " + length + " characters");
    }
  }
}
