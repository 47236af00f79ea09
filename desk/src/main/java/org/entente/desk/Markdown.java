package org.entente.desk;

import org.commonmark.node.Image;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * Markdown as HTML that may stand in a page with {@code $unsafe}: raw HTML is shown as text, and
 * what is left is cleaned once more against a list of elements. Pictures become their words, links
 * lead outside with {@code rel="nofollow ugc noopener"}. Thread-safe; any input is good.
 */
public final class Markdown {
  private static final Safelist COMMENT =
      new Safelist()
          .addTags(
              "p", "br", "em", "strong", "blockquote", "code", "pre", "ul", "ol", "li", "a", "hr")
          .addAttributes("a", "href")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "nofollow ugc noopener");
  private static final Safelist POST =
      new Safelist(COMMENT).addTags("h2", "h3", "h4").addEnforcedAttribute("a", "rel", "noopener");

  /** Nesting deeper than this means nothing to a reader, and costs a parser dearly. */
  private static final int DEEPEST = 20;

  private final Parser parser = Parser.builder().maxOpenBlockParsers(DEEPEST).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .softbreak("<br>\n")
          .nodeRendererFactory(context -> new Alternative(context))
          .build();

  /** What a member says below a post; headings become paragraphs. */
  public String comment(String markdown) {
    String html = renderer.render(parser.parse(markdown)).replaceAll("<(/?)h[1-6]>", "<$1p>");
    return clean(html, COMMENT);
  }

  /** What an author says in a post; its headings begin at the second level. */
  public String post(String markdown) {
    String html =
        renderer
            .render(parser.parse(markdown))
            .replaceAll("<(/?)h[3-6]>", "<$1h4>")
            .replaceAll("<(/?)h2>", "<$1h3>")
            .replaceAll("<(/?)h1>", "<$1h2>");
    return clean(html, POST);
  }

  /** What it says without any marks, for feeds and mails. */
  public String plain(String markdown) {
    return Jsoup.parseBodyFragment(comment(markdown)).body().wholeText().strip();
  }

  private static String clean(String html, Safelist list) {
    return Jsoup.clean(html, "", list, new Document.OutputSettings().prettyPrint(false));
  }

  /** A picture's words instead of the picture: no reader's browser asks a third party. */
  private record Alternative(org.commonmark.renderer.html.HtmlNodeRendererContext context)
      implements org.commonmark.renderer.NodeRenderer {
    @Override
    public java.util.Set<Class<? extends org.commonmark.node.Node>> getNodeTypes() {
      return java.util.Set.of(Image.class);
    }

    @Override
    public void render(org.commonmark.node.Node node) {
      for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
