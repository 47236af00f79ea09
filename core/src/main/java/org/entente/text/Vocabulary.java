package org.entente.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists of the project: one entry a line, {@code #} starts a comment line. */
public final class Vocabulary {
  private Vocabulary() {}

  /**
   * The entries of a list that stands beside {@code owner} in the jar.
   *
   * @throws IllegalStateException when the list is missing or empty: the installation is broken
   */
  public static List<String> of(Class<?> owner, String file) {
    List<String> entries = new ArrayList<>();
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + file + " is missing beside " + owner);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          entries.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + file + " beside " + owner, e);
    }
    if (entries.isEmpty()) {
      throw new IllegalStateException("resource " + file + " beside " + owner + " has no entries");
    }
    return entries;
  }
}
