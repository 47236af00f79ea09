package org.entente.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Past forms of irregular verbs and their base forms, from a resource. Immutable. */
final class IrregularVerbs {
  private final Map<String, String> bases = new HashMap<>();

  private IrregularVerbs() {}

  /**
   * @throws IllegalStateException when the resource is missing
   */
  static IrregularVerbs load() {
    IrregularVerbs verbs = new IrregularVerbs();
    try (InputStream in = IrregularVerbs.class.getResourceAsStream("irregular.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the list irregular.tsv");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          verbs.bases.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list irregular.tsv", e);
    }
    return verbs;
  }

  /** The base of a past form in lower case, or null. */
  @Nullable String base(String form) {
    return bases.get(form);
  }
}
