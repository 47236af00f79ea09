package org.entente.source;

import java.util.List;
import org.entente.text.Span;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An HTML page as jsoup parsed it, kept so that articles are found without parsing twice.
 *
 * @param dom the tree; readers must not change it
 * @param blocks the visible text by block, in reading order
 */
public record Page(Document dom, List<Block> blocks) {
  public Page {
    blocks = List.copyOf(blocks);
  }

  /**
   * A stretch of visible text that the page shows as a block of its own: a paragraph, a heading, a
   * list item, or what stands between two blank lines made of {@code <br>}.
   *
   * @param element the nearest block element around it
   * @param span where it stands in the visible text
   * @param linked how many of its characters are links
   * @param bold how many of its characters are bold
   */
  public record Block(Element element, Span span, int linked, int bold) {}
}
