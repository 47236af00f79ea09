package org.entente.desk.member;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.store.Block;
import org.entente.store.Post;
import org.entente.store.Quoted;
import org.jspecify.annotations.Nullable;

/** The parts of a post that a comment can be tied to. */
@FunctionalInterface
public interface Passages {
  /** The parts of a post that the public sees, in its order. */
  List<Part> of(Post post);

  /**
   * One part.
   *
   * @param id of the element that holds it in the page
   * @param text its words: of a clip as they stand in the clipped text
   * @param clip which clip, or null for words of the author
   */
  record Part(String id, String text, Block.@Nullable Clip clip) {
    /** What a form keeps of a clip: its place in its text, wherever the review puts it. */
    public String key() {
      return clip == null ? "" : clip.sha256() + "." + clip.start() + "." + clip.finish();
    }

    /** How a reader knows the clip: headline and outlet, as far as they are known. */
    public String name() {
      Block.Source source = clip == null ? null : clip.source();
      if (source == null) {
        return "the author's words";
      }
      String outlet = Objects.requireNonNullElse(source.outlet(), "an outlet that is not named");
      return source.headline() == null
          ? "a clip from " + outlet
          : "“" + source.headline() + "”, " + outlet;
    }

    /** Where words stand first in it, however its lines and spaces break. */
    Optional<Quoted> find(String words) {
      Matcher found = pattern(words).matcher(text);
      return !words.isBlank() && found.find()
          ? Optional.of(quoted(found.start(), found.end()))
          : Optional.empty();
    }

    /** All of its words. */
    Quoted whole() {
      return quoted(0, text.length());
    }

    private Quoted quoted(int start, int end) {
      int from = clip == null ? 0 : clip.start();
      Quoted.Source source = clip == null ? null : new Quoted.Source(clip.sha256(), name());
      return new Quoted(id, from + start, from + end, text.substring(start, end), source);
    }

    /** Whether the words that a comment is about stand in it. */
    boolean holds(Quoted words) {
      Quoted.Source source = words.source();
      if (source == null || clip == null) {
        return source == null && find(words.exact()).isPresent();
      }
      return clip.sha256().equals(source.sha256())
          && clip.start() <= words.start()
          && clip.finish() >= words.finish();
    }
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+")));
  }

  /** Where words stand first in a post. */
  default Optional<Quoted> find(Post post, String words) {
    return words.isBlank()
        ? Optional.empty()
        : of(post).stream().flatMap(p -> p.find(words).stream()).findFirst();
  }

  /** The part that holds the words of a comment now: where they were, or elsewhere. */
  static Optional<Part> holding(List<Part> parts, Quoted words) {
    return parts.stream()
        .filter(p -> p.holds(words))
        .min(Comparator.comparing(p -> !p.id().equals(words.clip())));
  }
}
