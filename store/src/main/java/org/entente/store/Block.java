package org.entente.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.entente.text.Evidence;
import org.jspecify.annotations.Nullable;

/** A part of a press review. What a source did not say is null and is shown as missing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
  @JsonSubTypes.Type(value = Block.Clip.class, name = "clip"),
  @JsonSubTypes.Type(value = Block.Claim.class, name = "claim")
})
public sealed interface Block {
  /**
   * What the author says.
   *
   * @param markdown up to 50,000 characters
   */
  record Prose(String markdown) implements Block {
    public static final int LONGEST = 50_000;

    public Prose {
      if (markdown.length() > LONGEST) {
        throw new IllegalArgumentException("a comment has up to " + LONGEST + " characters");
      }
    }
  }

  /**
   * Words of somebody else, exactly as they stand in a document.
   *
   * @param source who said them, where and when
   * @param sha256 of the document's text, in lower-case hex
   * @param start where they begin in it, in UTF-16 units
   * @param exact the words; they end at {@code start + exact.length()}
   * @param proof whether words that were clipped before are cited once more
   */
  record Clip(Source source, String sha256, int start, String exact, boolean proof)
      implements Block {
    public Clip {
      if (start < 0 || exact.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("a clip has words, a place and the hash of its text");
      }
    }

    public int finish() {
      return start + exact.length();
    }

    /** Whether the words stand in a text at their place, and the text is the one. */
    public boolean standsIn(String text) {
      return text.startsWith(exact, start) && Evidence.hash(text).equals(sha256);
    }

    public Clip asProof() {
      return new Clip(source, sha256, start, exact, true);
    }
  }

  /**
   * The head of an article as it was found.
   *
   * @param headline as printed
   * @param outlet as printed
   * @param author as printed
   * @param printed the date as printed
   * @param address where it was read
   */
  record Source(
      @Nullable String headline,
      @Nullable String outlet,
      @Nullable String author,
      @Nullable String printed,
      @Nullable String address) {
    public static Source of(StoredArticle article) {
      return new Source(
          article.headline(),
          article.outlet(),
          article.author(),
          article.printed(),
          article.address());
    }
  }

  /**
   * How rare something was for two, frozen as the desk said it when it was inserted.
   *
   * @param one key of one actor
   * @param other key of the other
   * @param side agreement or tension
   * @param by length of the bin: day, week, month, quarter
   * @param on the first day of the bin
   * @param then what was said
   */
  record Claim(String one, String other, String side, String by, String on, Figure then)
      implements Block {}

  /**
   * What a claim said on a day.
   *
   * @param verdict rare, not rare, cannot be told
   * @param events counted in the bin
   * @param words the sentence
   * @param method version of the method and codebook
   * @param data the last day that had been read
   */
  record Figure(String verdict, int events, String words, String method, String data) {}
}
