package org.entente.desk.blog;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * WordPress keeps text in which an empty line parts paragraphs and a line's end breaks the line;
 * its pages make elements of them. Pure functions.
 */
final class Paragraphs {
  /** Text with elements of its own for paragraphs means what it says. */
  private static final Pattern MARKED = Pattern.compile("(?i)<p[\\s>]|<!-- wp:|<br\\s*/?>\\s*\\n");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)^\\s*</?(?:h[1-6]|ul|ol|li|blockquote|div|table|t[rdh]|tbody|thead|pre|hr|figure|dl|d[td])\\b");

  /** Words for WordPress alone; what stands between a pair of them is text. */
  private static final Pattern SHORT_CODE =
      Pattern.compile("\\[/?(?:caption|gallery|embed|audio|video|playlist)(?:\\s[^\\]]*)?\\]");

  private Paragraphs() {}

  static String of(String text) {
    String plain =
        SHORT_CODE.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    if (MARKED.matcher(plain).find()) {
      return plain;
    }
    return Arrays.stream(plain.split("\\n\\s*\\n"))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .map(p -> BLOCK.matcher(p).find() ? p : "<p>" + p.replace("\n", "<br>\n") + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
