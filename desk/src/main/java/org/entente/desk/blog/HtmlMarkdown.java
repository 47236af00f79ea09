package org.entente.desk.blog;

import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * HTML as Markdown that says the same: paragraphs, headings, lists, quotations, code, links,
 * pictures, stress. What runs or asks for input is left out; frames become links. The words are the
 * same when the Markdown is read: a mark that would be read as a character, as between letters and
 * quotes, is left away. Pure functions; any input is good.
 */
final class HtmlMarkdown {
  /** What no reader sees, or what runs. */
  private static final String DROPPED =
      "script, style, noscript, template, object, applet, form, input, button, select, textarea,"
          + " svg, math, head, link, meta";

  private static final Parser PARSER = Parser.builder().build();
  private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

  /** Escapes what begins a list or a fence where it begins a line, too; seldom needed, ugly. */
  private static final MarkdownRenderer CAREFUL =
      MarkdownRenderer.builder().nodeRendererFactory(new Escaping()).build();

  private HtmlMarkdown() {}

  /**
   * @param html a fragment
   * @param base where it stood, for addresses that are relative; may be empty
   */
  static String of(String html, String base) {
    Element body = Jsoup.parseBodyFragment(html, base).body();
    body.select(DROPPED).remove();
    for (Node tree : List.of(new HtmlBlocks(true).of(body), new HtmlBlocks(false).of(body))) {
      for (MarkdownRenderer renderer : List.of(RENDERER, CAREFUL)) {
        String markdown = renderer.render(tree).strip();
        if (words(PARSER.parse(markdown)).equals(words(tree))) {
          return markdown;
        }
      }
    }
    return CAREFUL.render(new HtmlBlocks(false).of(body)).strip();
  }

  private static String words(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(FencedCodeBlock code) {
            words.append(code.getLiteral());
          }
        });
    return words.toString().replaceAll("\\s+", "");
  }

  private static final class Escaping implements MarkdownNodeRendererFactory {
    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
      return new NodeRenderer() {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
          return Set.of();
        }

        @Override
        public void render(Node node) {
          throw new IllegalArgumentException("renders no node");
        }
      };
    }

    @Override
    public Set<Character> getSpecialCharacters() {
      return Set.of('+', '~', '=');
    }
  }
}
