package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.desk.chart.Markup;
import org.entente.store.Block;
import org.jspecify.annotations.Nullable;

/** A review as HTML that needs no style sheet, for feeds. Pure functions. */
final class PlainHtml {
  private PlainHtml() {}

  static String of(List<BlockView> blocks) {
    StringBuilder html = new StringBuilder();
    for (BlockView block : blocks) {
      BlockView.Prose prose = block.prose();
      BlockView.Clip clip = block.clip();
      BlockView.Claim claim = block.claim();
      if (prose != null) {
        html.append(prose.html());
      } else if (clip != null) {
        clip(html, clip);
      } else if (claim != null) {
        html.append("<p><strong>").append(escape(claim.title())).append("</strong>: ");
        html.append(escape(claim.block().then().words())).append(" (frozen; read up to ");
        html.append(escape(claim.block().then().data())).append(")</p>\n");
      }
    }
    return html.toString();
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
