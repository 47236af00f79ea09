package org.entente.desk.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.store.Post;
import org.entente.store.Quoted;

/** The parts of a post that a comment can be tied to. */
@FunctionalInterface
public interface Passages {
  /** The parts of a post, in its order. */
  List<Part> of(Post post);

  /**
   * One part.
   *
   * @param id of the element that holds it in the page
   * @param text its words, as a reader sees them
   */
  record Part(String id, String text) {}

  /** Where words stand first in a post, however its lines and spaces break. */
  default Optional<Quoted> find(Post post, String words) {
    String pattern =
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    Pattern sought = Pattern.compile(pattern);
    for (Part part : of(post)) {
      Matcher found = sought.matcher(part.text());
      if (!words.isBlank() && found.find()) {
        return Optional.of(new Quoted(part.id(), found.start(), found.end(), found.group()));
      }
    }
    return Optional.empty();
  }
}
