package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.entente.text.Span;

/**
 * Text with marks that may overlap, written as HTML: cut at every border into pieces, each in one
 * element that carries all the classes that cover it. Numbers of the marks stand where a mark
 * begins, so that colour is never the only carrier.
 */
final class MarkedText {
  /**
   * One mark.
   *
   * @param span where
   * @param kind CSS class: source, cue, content or event
   * @param label what stands before its first character, with a link to its row; empty for none
   * @param id id of the anchor; empty for none
   */
  record Mark(Span span, String kind, String label, String id) {}

  private final String text;
  private final List<Mark> marks = new ArrayList<>();

  MarkedText(String text) {
    this.text = text;
  }

  void add(Mark mark) {
    marks.add(mark);
  }

  /** The HTML of {@code region}. */
  String html(Span region) {
    TreeSet<Integer> borders = new TreeSet<>(List.of(region.start(), region.end()));
    List<Mark> inside = marks.stream().filter(m -> m.span().overlaps(region)).toList();
    for (Mark mark : inside) {
      borders.add(Math.max(region.start(), mark.span().start()));
      borders.add(Math.min(region.end(), mark.span().end()));
    }
    StringBuilder out = new StringBuilder();
    Integer from = null;
    for (int to : borders) {
      if (from != null && to > from) {
        piece(new Span(from, to), inside, out);
      }
      from = to;
    }
    return out.toString();
  }

  private void piece(Span piece, List<Mark> inside, StringBuilder out) {
    TreeSet<String> kinds = new TreeSet<>();
    for (Mark mark : inside) {
      if (mark.span().contains(piece)) {
        kinds.add(mark.kind());
        if (mark.span().start() == piece.start() && !mark.label().isEmpty()) {
          out.append("<a class=\"n\" id=\"")
              .append(mark.id())
              .append("\" href=\"#r")
              .append(mark.id())
              .append("\">");
          out.append(mark.label()).append("</a>");
        }
      }
    }
    String words = escape(piece.in(text));
    out.append(
        kinds.isEmpty()
            ? words
            : "<span class=\"" + String.join(" ", kinds) + "\">" + words + "</span>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
