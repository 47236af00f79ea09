package org.entente.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Vocabulary;
import org.jsoup.nodes.Element;

/** Knows by class, id and role which elements of a page are boxes beside the text. Thread-safe. */
final class Boxes {
  private final Set<String> words = new HashSet<>(Vocabulary.of(Boxes.class, "boxes.txt"));

  /** Whether the names of an element say that it is no article text. */
  boolean names(Element element) {
    String name = element.normalName();
    if (name.equals("body")
        || name.equals("html")
        || name.equals("article")
        || name.equals("main")) {
      return false;
    }
    return names(element.className())
        || names(element.id())
        || names(element.attr("role"))
        || names(element.attr("data-component"))
        || names(element.attr("data-testid"));
  }

  /** Class names are cut at everything that is no letter, and where a capital begins. */
  private boolean names(String names) {
    if (names.length() > 300) {
      return false;
    }
    int from = 0;
    for (int i = 0; i <= names.length(); i++) {
      boolean cut =
          i == names.length()
              || !Character.isLetter(names.charAt(i))
              || (Character.isUpperCase(names.charAt(i))
                  && i > from
                  && Character.isLowerCase(names.charAt(i - 1)));
      if (cut) {
        if (i - from >= 3 && words.contains(names.substring(from, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        from = i < names.length() && Character.isLetter(names.charAt(i)) ? i : i + 1;
      }
    }
    return false;
  }
}
