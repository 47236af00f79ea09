package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.entente.store.Block;
import org.entente.store.Cited;
import org.entente.store.Content;
import org.entente.store.ExcerptLimit;

/**
 * How much of each article a press review shows, against the desk's limit; whoever publishes more
 * must say that they may.
 *
 * @param lines one for each article, in the order of the review
 * @param limit of the desk
 */
public record Excerpts(List<Line> lines, ExcerptLimit limit) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*");

  public Excerpts {
    lines = List.copyOf(lines);
  }

  /**
   * One article.
   *
   * @param name its headline, else its outlet
   * @param shown words that the review shows of it; words cited twice count once
   * @param whole words of the article
   */
  public record Line(String name, int shown, int whole) {
    public int percent() {
      return whole == 0 ? 100 : (int) Math.round(100.0 * shown / whole);
    }
  }

  public boolean over() {
    return lines.stream().anyMatch(this::over);
  }

  public boolean over(Line line) {
    return line.shown() > limit.words() || line.percent() > limit.percent();
  }

  static Excerpts of(Content content, Cited cited, ExcerptLimit limit) {
    Map<String, List<Block.Clip>> articles = new LinkedHashMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Block block : content.blocks()) {
      for (Block.Clip clip : block.clips()) {
        var around = cited.around(clip);
        String key =
            around.map(a -> "article " + a.id()).orElse(clip.sha256() + clip.source().headline());
        articles.computeIfAbsent(key, k -> new ArrayList<>()).add(clip);
        around.ifPresent(a -> texts.put(key, a.text()));
      }
    }
    List<Line> lines = new ArrayList<>();
    articles.forEach((key, clips) -> {
      int shown = shown(clips);
      String text = texts.get(key);
      lines.add(new Line(name(clips.getFirst()), shown, text == null ? shown : words(text)));
    });
    return new Excerpts(lines, limit);
  }

  /** Words of all clips of one text, each place counted once. */
  private static int shown(List<Block.Clip> clips) {
    List<Block.Clip> sorted =
        clips.stream().sorted(java.util.Comparator.comparingInt(Block.Clip::start)).toList();
    int end = 0;
    int words = 0;
    for (Block.Clip clip : sorted) {
      int from = Math.max(end, clip.start());
      if (from < clip.finish()) {
        words += words(clip.exact().substring(from - clip.start()));
        end = clip.finish();
      }
    }
    return words;
  }

  static String name(Block.Clip clip) {
    Block.Source source = clip.source();
    return source.headline() != null
        ? source.headline()
        : Objects.requireNonNullElse(source.outlet(), "an article without headline");
  }

  static int words(String text) {
    return (int) WORD.matcher(text).results().count();
  }
}
