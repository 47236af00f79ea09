package org.entente.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list of lower-case words from a resource, one a line; lines that begin with # are remarks.
 * Immutable.
 */
final class WordList {
  /** No word of a list is longer; longer stretches of text are not looked up. */
  static final int LONGEST = 16;

  private final Set<String> words;

  private WordList(Set<String> words) {
    this.words = words;
  }

  /**
   * @throws IllegalStateException when the resource is missing or holds no word
   */
  static WordList load(String resource) {
    return new WordList(new HashSet<>(lines(resource)));
  }

  /**
   * The lines of a resource in order, without empty ones and remarks.
   *
   * @throws IllegalStateException when the resource is missing or holds no line
   */
  static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the word list " + resource);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the word list " + resource, e);
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("the word list " + resource + " is empty");
    }
    return lines;
  }

  boolean contains(String text, int start, int end) {
    return words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  boolean contains(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
