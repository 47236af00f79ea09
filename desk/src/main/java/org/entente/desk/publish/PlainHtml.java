package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.desk.chart.Markup;
import org.entente.desk.chart.SeriesChart;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;

/** A review as HTML that needs no style sheet, for feeds. Pure functions. */
final class PlainHtml {
  private PlainHtml() {}

  static String of(List<BlockView> blocks) {
    StringBuilder html = new StringBuilder();
    for (BlockView block : blocks) {
      switch (block.part()) {
        case BlockView.Prose p -> html.append(p.html());
        case BlockView.Clip c -> clip(html, c);
        case BlockView.Claim c -> {
          Block.Figure then = c.block().then();
          said(html, c.title(), then.words(), new Block.Basis(then.method(), then.data()));
        }
        case BlockView.Series s -> series(html, s);
        case BlockView.Statements s -> statements(html, s);
        case BlockView.Announced a -> announced(html, a);
      }
    }
    return html.toString();
  }

  private static void said(StringBuilder html, String title, String words, Block.Basis basis) {
    html.append("<p><strong>").append(escape(title)).append("</strong>: ").append(escape(words));
    html.append(" (frozen; read up to ").append(escape(basis.data())).append(")</p>\n");
  }

  /** Feeds show no drawings: the numbers of all bins in which anything was counted. */
  private static void series(StringBuilder html, BlockView.Series series) {
    said(html, series.title(), series.block().then().words(), series.block().then().basis());
    html.append("<table><thead><tr><th>").append(series.noun());
    html.append(
        "</th><th>agreement</th><th>tension</th><th>articles read</th></tr></thead><tbody>");
    for (SeriesChart.Bar bar : series.bars()) {
      if (bar.agreement() + bar.tension() > 0) {
        row(html, bar.name(), "" + bar.agreement(), "" + bar.tension(), "" + bar.articles());
      }
    }
    html.append("</tbody></table>\n");
  }

  private static void statements(StringBuilder html, BlockView.Statements table) {
    Block.Table then = table.block().then();
    String words = then.lines().size() + " of " + then.found() + " statements";
    said(html, table.title(), words, then.basis());
    html.append("<table><thead><tr><th>day</th><th>who</th><th>to whom</th><th>what</th></tr>");
    html.append("</thead><tbody>");
    for (BlockView.Said said : table.lines()) {
      Block.Line line = said.line();
      String outlet = Objects.requireNonNullElse(line.clip().source().outlet(), "outlet missing");
      row(
          html,
          Objects.requireNonNullElse(line.day(), "date missing"),
          Objects.requireNonNullElse(line.speaker(), "nobody named"),
          Objects.requireNonNullElse(line.addressee(), ""),
          "“" + said.words() + "” (" + outlet + ")");
    }
    html.append("</tbody></table>\n");
  }

  private static void row(StringBuilder html, String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(escape(cell)).append("</td>");
    }
    html.append("</tr>");
  }

  private static void announced(StringBuilder html, BlockView.Announced announced) {
    Block.Notice then = announced.block().then();
    said(html, "Announced", NoticeClaims.words(then), then.basis());
    html.append("<blockquote><p>").append(escape(announced.words())).append("</p></blockquote>\n");
  }

  private static void clip(StringBuilder html, BlockView.Clip clip) {
    Block.Source source = clip.block().source();
    List<String> head = new ArrayList<>();
    head.add(or(source.outlet(), "outlet missing"));
    head.add(or(source.author(), "author missing"));
    head.add(or(source.printed(), "date missing"));
    html.append("<p><strong>").append(or(source.headline(), "headline missing"));
    html.append("</strong><br>").append(String.join(", ", head)).append("</p>\n<blockquote>");
    clip.paragraphs().forEach(p -> html.append("<p>").append(escape(p)).append("</p>"));
    html.append("</blockquote>\n");
  }

  private static String or(@Nullable String value, String missing) {
    return escape(Objects.requireNonNullElse(value, missing));
  }

  static String escape(String text) {
    return Markup.escape(text);
  }
}
