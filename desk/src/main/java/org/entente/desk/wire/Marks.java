package org.entente.desk.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.desk.chart.Markup;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStatement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Marks over a text, which may overlap, written as HTML: the text is cut at every border into
 * pieces, each in one element with all the classes that cover it. The label of a mark stands where
 * it begins and leads to its card, so that colour is never the only carrier.
 */
final class Marks {
  private final String text;
  private final List<Mark> marks = new ArrayList<>();

  private Marks(String text) {
    this.text = text;
  }

  /**
   * @param kind CSS class
   * @param label E1 or S1, or empty
   * @param card id of the card that the label leads to
   * @param says what a screen reader is told of the label
   */
  private record Mark(Span span, String kind, String label, String card, String says) {
    static Mark plain(Span span, String kind) {
      return new Mark(span, kind, "", "", "");
    }
  }

  static Marks of(String text, List<StoredEvent> events, List<StoredStatement> statements) {
    Marks marks = new Marks(text);
    for (int i = 0; i < events.size(); i++) {
      StoredEvent e = events.get(i);
      String label = "E" + (i + 1);
      marks.marks.add(
          new Mark(
              e.span(), "event", label, "e" + e.id(), "event " + label + ": " + e.type().name()));
    }
    for (int i = 0; i < statements.size(); i++) {
      marks.add(statements.get(i), "S" + (i + 1));
    }
    return marks;
  }

  private void add(StoredStatement s, String label) {
    plain(s.source(), "source");
    plain(s.cue(), "cue");
    for (Span content : s.contents()) {
      boolean first = content.equals(s.contents().getFirst());
      marks.add(
          first
              ? new Mark(content, "content", label, "s" + s.id(), "statement " + label)
              : Mark.plain(content, "content"));
    }
  }

  private void plain(@Nullable Span span, String kind) {
    if (span != null) {
      marks.add(Mark.plain(span, kind));
    }
  }

  /** The HTML of a region. */
  String html(Span region) {
    List<Mark> inside = marks.stream().filter(m -> m.span().overlaps(region)).toList();
    TreeSet<Integer> borders = new TreeSet<>(List.of(region.start(), region.end()));
    for (Mark mark : inside) {
      borders.add(Math.max(region.start(), mark.span().start()));
      borders.add(Math.min(region.end(), mark.span().end()));
    }
    StringBuilder out = new StringBuilder();
    int from = region.start();
    for (int to : borders) {
      if (to > from) {
        piece(new Span(from, to), inside, out);
        from = to;
      }
    }
    return out.toString();
  }

  private void piece(Span piece, List<Mark> inside, StringBuilder out) {
    TreeSet<String> kinds = new TreeSet<>();
    for (Mark mark : inside) {
      if (mark.span().contains(piece)) {
        kinds.add(mark.kind());
        if (mark.span().start() == piece.start() && !mark.label().isEmpty()) {
          label(mark, out);
        }
      }
    }
    String words = Markup.escape(piece.in(text));
    if (kinds.isEmpty()) {
      out.append(words);
    } else {
      out.append("<span class=\"m ").append(String.join(" ", kinds)).append("\">");
      out.append(words).append("</span>");
    }
  }

  private static void label(Mark mark, StringBuilder out) {
    out.append("<a class=\"label ").append(mark.kind());
    out.append("\" id=\"at-").append(mark.card());
    out.append("\" href=\"#").append(mark.card());
    out.append("\" aria-label=\"").append(Markup.escape(mark.says())).append("\">");
    out.append(mark.label()).append("</a>");
  }
}
