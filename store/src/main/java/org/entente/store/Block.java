package org.entente.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Evidence;
import org.jspecify.annotations.Nullable;

/** A part of a press review. What a source did not say is null and is shown as missing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
  @JsonSubTypes.Type(value = Block.Clip.class, name = "clip"),
  @JsonSubTypes.Type(value = Block.Claim.class, name = "claim"),
  @JsonSubTypes.Type(value = Block.Series.class, name = "series"),
  @JsonSubTypes.Type(value = Block.Statements.class, name = "statements"),
  @JsonSubTypes.Type(value = Block.Announced.class, name = "announced")
})
public sealed interface Block {
  /** Other people's words that it shows. */
  default List<Clip> clips() {
    return List.of();
  }

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
   * @param shows its paragraphs, where the text does not part them by empty lines or where a line
   *     between them, as a date, stands on top of the clip; null for all of it
   */
  record Clip(
      Source source,
      String sha256,
      int start,
      String exact,
      boolean proof,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Piece> shows)
      implements Block {
    private static final Pattern BREAK = Pattern.compile("\\n\\s*\\n");

    public Clip(Source source, String sha256, int start, String exact, boolean proof) {
      this(source, sha256, start, exact, proof, null);
    }

    public Clip {
      shows = shows == null || shows.isEmpty() ? null : List.copyOf(shows);
      if (shows != null && shows.stream().anyMatch(p -> p.to() > exact.length())) {
        throw new IllegalArgumentException("a clip shows what stands in its words");
      }
      if (start < 0 || exact.isBlank() || !sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("a clip has words, a place and the hash of its text");
      }
    }

    public int finish() {
      return start + exact.length();
    }

    @Override
    public List<Clip> clips() {
      return List.of(this);
    }

    /** Whether the words stand in a text at their place, and the text is the one. */
    public boolean standsIn(String text) {
      return text.startsWith(exact, start) && Evidence.hash(text).equals(sha256);
    }

    public Clip asProof() {
      return new Clip(source, sha256, start, exact, true, shows);
    }

    /** The paragraphs in order, by their places in the words. */
    public List<Piece> paragraphs() {
      if (shows != null) {
        return shows;
      }
      List<Piece> pieces = new ArrayList<>();
      int from = 0;
      Matcher breaks = BREAK.matcher(exact);
      while (breaks.find()) {
        pieces.add(new Piece(from, breaks.start()));
        from = breaks.end();
      }
      pieces.add(new Piece(from, exact.length()));
      return pieces;
    }
  }

  /**
   * Some of the words of a clip, in UTF-16 units of them.
   *
   * @param from their first
   * @param to exclusive
   */
  record Piece(int from, int to) {
    public Piece {
      if (from < 0 || from > to) {
        throw new IllegalArgumentException("a piece begins before it ends");
      }
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

  /**
   * The chart of two, bin by bin, frozen when it was inserted.
   *
   * @param one key of one actor
   * @param other key of the other
   * @param by length of a bin: day, week, month, quarter
   * @param on the first day of the bin that is pointed at
   * @param then what it showed
   */
  record Series(String one, String other, String by, String on, Chart then) implements Block {}

  /**
   * What a chart showed on a day.
   *
   * @param bins in order of time, at least one
   * @param words the same in a sentence
   * @param basis of what it was made
   */
  record Chart(List<Bin> bins, String words, Basis basis) {
    public Chart {
      bins = List.copyOf(bins);
    }
  }

  /**
   * One bin of a chart.
   *
   * @param start its first day
   * @param agreement events
   * @param tension events
   * @param articles articles read; 0 is a gap
   */
  record Bin(String start, int agreement, int tension, int articles) {}

  /**
   * Of what something frozen was made.
   *
   * @param method version of the method and codebook
   * @param data the last day that had been read
   */
  record Basis(String method, String data) {}

  /**
   * Who said what to whom, frozen when it was inserted.
   *
   * @param asked what was looked for
   * @param then what was found
   */
  record Statements(Sought asked, Table then) implements Block {
    @Override
    public List<Clip> clips() {
      return then.lines().stream().map(Line::clip).toList();
    }
  }

  /**
   * Which statements are looked for; what is empty does not narrow.
   *
   * @param speaker a whole name, or the key of an actor for all who speak for it
   * @param about words that stand in them
   * @param to the name of who is addressed
   * @param from the first day
   * @param until the last day
   */
  record Sought(String speaker, String about, String to, String from, String until) {}

  /**
   * Statements as they were found on a day.
   *
   * @param lines those that are shown, in order of time
   * @param found how many there were
   * @param basis of what it was made
   */
  record Table(List<Line> lines, int found, Basis basis) {
    public Table {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A statement.
   *
   * @param speaker who said it; null when nobody is named
   * @param office held then, or null
   * @param addressee to whom; null when nobody is named
   * @param day when it was reported; null when the source does not say
   * @param manner how it is reported, as {@code direct, happened}
   * @param clip the words
   */
  record Line(
      @Nullable String speaker,
      @Nullable String office,
      @Nullable String addressee,
      @Nullable String day,
      String manner,
      Clip clip) {
    /** The same about the words of another, whose article may be described anew since. */
    public Line withClipOf(Line other) {
      return new Line(speaker, office, addressee, day, manner, other.clip);
    }
  }

  /**
   * Something that was announced, frozen when it was inserted.
   *
   * @param clip the words that announce it
   * @param then what was known of it
   */
  record Announced(Clip clip, Notice then) implements Block {
    @Override
    public List<Clip> clips() {
      return List.of(clip);
    }
  }

  /**
   * What was known of an announcement on a day.
   *
   * @param what it is to be
   * @param who is to take part
   * @param place as written; may be empty
   * @param from its first day; null when nobody said
   * @param to its last day; null when nobody said
   * @param announced when it was announced, or null
   * @param outcome what became of it: due, kept, late, dropped, not seen
   * @param outcomeDay when that was decided, or null
   * @param basis of what it was made
   */
  record Notice(
      String what,
      List<String> who,
      String place,
      @Nullable String from,
      @Nullable String to,
      @Nullable String announced,
      String outcome,
      @Nullable String outcomeDay,
      Basis basis) {
    public Notice {
      who = List.copyOf(who);
    }

    /** Whether another day knows the same. */
    public boolean saysTheSameAs(Notice other) {
      return equals(
          new Notice(
              other.what,
              other.who,
              other.place,
              other.from,
              other.to,
              other.announced,
              other.outcome,
              other.outcomeDay,
              basis));
    }
  }
}
