package org.entente.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
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
    Set<String> words = new HashSet<>();
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the word list " + resource);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          words.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the word list " + resource, e);
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("the word list " + resource + " is empty");
    }
    return new WordList(words);
  }

  boolean contains(String text, int start, int end) {
    return words.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  boolean contains(String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
  }
}
