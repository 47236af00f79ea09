package org.entente.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code eval/pages} with the truth in its margin; the format is told in the README
 * there.
 *
 * @param name of its file
 * @param content the page without its margin
 * @param articles the true articles
 * @param units what stands where, by lines
 */
record MarkedPage(String name, String content, List<Truth> articles, List<Unit> units) {
  MarkedPage {
    articles = List.copyOf(articles);
    units = List.copyOf(units);
  }

  /**
   * One piece of a page: its kind (a mark of the margin, or {@code >} for a whole article) and its
   * lines.
   */
  record Unit(char kind, int first, int last) {}

  /** A true article: its lines, its headline and its date, each null where there is none. */
  record Truth(Unit whole, @Nullable Unit headline, @Nullable LocalDate date) {}

  boolean isHtml() {
    return content.startsWith("<");
  }

  /** Lines of a span of the content, as a unit. */
  Unit unit(char kind, Span span) {
    return new Unit(kind, line(span.start()), line(Math.max(span.start(), span.end() - 1)));
  }

  private int line(int offset) {
    int line = 0;
    for (int i = 0; i < offset; i++) {
      line += content.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  static MarkedPage read(Path file) throws IOException {
    Margin margin = new Margin();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(">")) {
        margin.article(line.substring(line.lastIndexOf(' ') + 1));
      } else if (!line.startsWith("#")) {
        int bar = line.indexOf('|');
        if (bar < 0) {
          throw new IOException(file + ": a line without a margin: " + line);
        }
        margin.line(line.substring(0, bar).strip(), line.substring(bar + 1));
      }
    }
    margin.close();
    return new MarkedPage(
        file.getFileName().toString(), margin.content.toString(), margin.articles, margin.units);
  }

  private static final class Margin {
    final StringBuilder content = new StringBuilder();
    final List<Unit> units = new ArrayList<>();
    final List<Truth> articles = new ArrayList<>();
    private int number;
    private int from = -1;
    private @Nullable LocalDate date;

    void article(String day) {
      close();
      from = units.size();
      date = day.equals("-") ? null : LocalDate.parse(day);
    }

    void line(String mark, String text) {
      content.append(text).append('\n');
      if (mark.endsWith("+")) {
        Unit last = units.removeLast();
        units.add(new Unit(last.kind, last.first, number));
      } else {
        mark.chars()
            .filter(kind -> kind != 'F')
            .forEach(kind -> units.add(new Unit((char) kind, number, number)));
      }
      number++;
    }

    void close() {
      if (from >= 0) {
        List<Unit> own =
            units.subList(from, units.size()).stream().filter(u -> u.kind != 'C').toList();
        int first = own.stream().mapToInt(Unit::first).min().orElseThrow();
        int last = own.stream().mapToInt(Unit::last).max().orElseThrow();
        Unit whole = new Unit('>', first, last);
        Unit headline = own.stream().filter(u -> u.kind == 'H').findFirst().orElse(null);
        articles.add(new Truth(whole, headline, date));
        units.add(whole);
      }
      from = -1;
    }
  }
}
