package org.entente.desk.sources;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed from one text to another, word by word. Pure functions. */
public final class WordDiff {
  private static final Pattern WORD =
      Pattern.compile("\\w+|\\s+|[^\\w\\s]", Pattern.UNICODE_CHARACTER_CLASS);

  /** Longer texts are compared line by line: the search takes time by length times changes. */
  private static final int LONGEST = 20_000;

  private WordDiff() {}

  /** Whether a part stands in both texts, in the new one alone, or in the old one alone. */
  public enum Kind {
    SAME,
    ADDED,
    REMOVED
  }

  public record Part(Kind kind, String text) {}

  static List<Part> of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    if (old.size() > LONGEST || now.size() > LONGEST) {
      old = lines(before);
      now = lines(after);
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      add(parts, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
      add(parts, Kind.REMOVED, delta.getSource().getLines());
      add(parts, Kind.ADDED, delta.getTarget().getLines());
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(parts, Kind.SAME, old.subList(at, old.size()));
    return parts;
  }

  private static void add(List<Part> parts, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(new Part(kind, String.join("", words)));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().limit(LONGEST + 1L).map(r -> r.group()).toList();
  }

  private static List<String> lines(String text) {
    return text.lines().map(l -> l + "\n").toList();
  }
}
