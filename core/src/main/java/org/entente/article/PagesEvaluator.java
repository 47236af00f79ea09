package org.entente.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well the pieces of press pages are found, on the marked pages of {@code eval/pages}.
 *
 * <p>Example: {@code new PagesEvaluator().evaluate(Path.of("eval/pages")).boundaryF1()}. Stateless
 * and thread-safe.
 */
public final class PagesEvaluator {
  private final ArticleFinder finder = new ArticleFinder();

  /**
   * What was measured; all shares between 0 and 1.
   *
   * @param pages how many pages
   * @param boundaryF1 of articles, headlines, standfirsts, head lines, paragraphs, sub-headings and
   *     commentary with exactly the true lines
   * @param headline share of true or found articles whose headline has exactly the true lines
   * @param date share of true or found articles whose date is the true one, missing ones included
   * @param errors what was wrong, page by page
   */
  public record Scores(
      int pages, double boundaryF1, double headline, double date, List<String> errors) {
    public Scores {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Measures all pages of {@code folder}.
   *
   * @throws IOException when a page cannot be read or its margin is broken
   */
  public Scores evaluate(Path folder) throws IOException {
    Count count = new Count();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(f -> f.toString().endsWith(".page")).sorted().toList();
    }
    for (Path file : files) {
      MarkedPage page = MarkedPage.read(file);
      Document document = document(page);
      count.add(page, document, finder.find(document));
    }
    return count.scores(files.size());
  }

  private static Document document(MarkedPage page) {
    String name = page.name() + (page.isHtml() ? ".html" : ".txt");
    byte[] bytes = page.content().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (var items = Documents.standard().open(name, new java.io.ByteArrayInputStream(bytes))) {
      return Objects.requireNonNull(items.findFirst().orElseThrow().document());
    }
  }

  private static final class Count {
    private int right;
    private int found;
    private int wanted;
    private int articles;
    private int headlines;
    private int dates;
    private final List<String> errors = new ArrayList<>();

    void add(MarkedPage page, Document document, Contents contents) {
      Lines lines = new Lines(page, document);
      Set<MarkedPage.Unit> truth = new HashSet<>(page.units());
      Set<MarkedPage.Unit> units = lines.units(contents);
      wanted += truth.size();
      found += units.size();
      for (MarkedPage.Unit unit : units) {
        right += truth.contains(unit) ? 1 : 0;
        note(truth.contains(unit), page.name(), "found but not true", unit);
      }
      for (MarkedPage.Unit unit : truth) {
        note(units.contains(unit), page.name(), "true but not found", unit);
      }
      heads(page, contents, lines);
    }

    private void note(boolean fine, String page, String what, Object unit) {
      if (!fine) {
        errors.add(page + ": " + what + ": " + unit);
      }
    }

    private void heads(MarkedPage page, Contents contents, Lines lines) {
      articles += Math.max(page.articles().size(), contents.articles().size());
      for (MarkedPage.Truth truth : page.articles()) {
        Article best = lines.nearest(contents.articles(), truth.whole());
        if (best != null) {
          boolean headline = Objects.equals(lines.headline(best), truth.headline());
          boolean date = Objects.equals(best.day(), truth.date());
          headlines += headline ? 1 : 0;
          dates += date ? 1 : 0;
          note(headline, page.name(), "wrong headline", String.valueOf(best.headline()));
          note(
              date,
              page.name(),
              "wrong date, true is " + truth.date(),
              String.valueOf(best.date()));
        }
      }
    }

    Scores scores(int pages) {
      double precision = found == 0 ? 0 : (double) right / found;
      double recall = wanted == 0 ? 0 : (double) right / wanted;
      double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
      double all = Math.max(1, articles);
      return new Scores(pages, f1, headlines / all, dates / all, errors);
    }
  }

  /** What was found, by lines of the page's source. */
  private record Lines(MarkedPage page, Document document) {
    Set<MarkedPage.Unit> units(Contents contents) {
      Set<MarkedPage.Unit> units = new HashSet<>();
      for (Article article : contents.articles()) {
        units.add(whole(article));
        add(units, 'H', article.headline());
        add(units, 'S', article.standfirst());
        add(units, 'A', article.author());
        add(units, 'O', article.outlet());
        if (article.date() != null && article.date().span() != null) {
          units.add(unit('D', article.date().span()));
        }
        article.paragraphs().forEach(p -> units.add(unit('B', p)));
        article.subheadings().forEach(p -> units.add(unit('U', p)));
      }
      contents.commentary().forEach(p -> units.add(unit('C', p)));
      return units;
    }

    private void add(Set<MarkedPage.Unit> units, char kind, @Nullable Field field) {
      if (field != null && field.span() != null && !field.rule().equals("dateline")) {
        units.add(unit(kind, field.span()));
      }
    }

    private MarkedPage.Unit unit(char kind, Span span) {
      return page.unit(kind, document.text().original(span));
    }

    private MarkedPage.Unit whole(Article article) {
      return unit('>', article.span());
    }

    MarkedPage.@Nullable Unit headline(Article article) {
      Field headline = article.headline();
      return headline == null || headline.span() == null ? null : unit('H', headline.span());
    }

    /** The article that shares most lines with the true one. */
    @Nullable Article nearest(List<Article> articles, MarkedPage.Unit truth) {
      Article best = null;
      int most = 0;
      for (Article article : articles) {
        MarkedPage.Unit whole = whole(article);
        int shared =
            Math.min(truth.last(), whole.last()) - Math.max(truth.first(), whole.first()) + 1;
        if (shared > most) {
          most = shared;
          best = article;
        }
      }
      return best;
    }
  }
}
