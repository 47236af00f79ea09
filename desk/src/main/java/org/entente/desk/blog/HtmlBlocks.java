package org.entente.desk.blog;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.entente.source.BlockElements;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Builds the tree of Markdown from that of HTML. One use, one thread. */
final class HtmlBlocks {
  /** Deeper nesting means nothing to a reader; its words stay. */
  private static final int DEEPEST = 40;

  private final HtmlWords words;

  /**
   * @param stress whether bold and italic words stay so
   */
  HtmlBlocks(boolean stress) {
    this.words = new HtmlWords(stress);
  }

  Document of(Element body) {
    Document document = new Document();
    fill(document, body, 0);
    return document;
  }

  /** Blocks below blocks; words that stand loose between them become paragraphs. */
  private void fill(Node into, Element from, int depth) {
    if (depth > DEEPEST) {
      append(into, words.paragraph(from.text()));
      return;
    }
    Paragraph loose = new Paragraph();
    for (org.jsoup.nodes.Node child : from.childNodes()) {
      if (child instanceof Element element && isBlock(element)) {
        append(into, loose);
        loose = new Paragraph();
        block(into, element, depth + 1);
      } else if (isBreak(child) && HtmlWords.endsInBreak(loose)) {
        append(into, loose);
        loose = new Paragraph();
      } else if (child instanceof Element || child instanceof TextNode) {
        words.add(loose, child, depth);
      }
    }
    append(into, loose);
  }

  private static boolean isBreak(org.jsoup.nodes.Node node) {
    return node instanceof Element element && element.normalName().equals("br");
  }

  private static boolean isBlock(Element element) {
    return element.stream().anyMatch(e -> BlockElements.contains(e.normalName()));
  }

  private void append(Node into, Node paragraph) {
    if (paragraph instanceof Paragraph words && HtmlWords.trim(words)) {
      into.appendChild(words);
    }
  }

  private void block(Node into, Element element, int depth) {
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(into, element, depth);
      case "blockquote" -> nest(into, new BlockQuote(), element, depth);
      case "ul" -> list(into, bullets(), element, depth);
      case "ol" -> list(into, numbers(element), element, depth);
      case "pre" -> code(into, element);
      case "hr" -> into.appendChild(new ThematicBreak());
      case "tr" -> row(into, element);
      default -> fill(into, element, depth);
    }
  }

  private static BulletList bullets() {
    BulletList list = new BulletList();
    list.setMarker("-");
    list.setTight(true);
    return list;
  }

  private static OrderedList numbers(Element element) {
    OrderedList list = new OrderedList();
    String start = element.attr("start");
    list.setMarkerStartNumber(start.matches("[0-9]{1,8}") ? Integer.parseInt(start) : 1);
    list.setMarkerDelimiter(".");
    list.setTight(true);
    return list;
  }

  private void heading(Node into, Element element, int depth) {
    Heading heading = new Heading();
    heading.setLevel(element.normalName().charAt(1) - '0');
    Paragraph line = new Paragraph();
    words.add(line, new TextNode(element.text()), depth);
    if (HtmlWords.trim(line)) {
      move(line, heading);
      into.appendChild(heading);
    }
  }

  private void nest(Node into, Node block, Element element, int depth) {
    fill(block, element, depth);
    if (block.getFirstChild() != null) {
      into.appendChild(block);
    }
  }

  private void list(Node into, ListBlock list, Element element, int depth) {
    for (Element item : element.children()) {
      nest(list, new ListItem(), item, depth);
    }
    if (list.getFirstChild() != null) {
      into.appendChild(list);
    }
  }

  private static void code(Node into, Element element) {
    String text = element.wholeText();
    if (!text.isBlank()) {
      FencedCodeBlock block = new FencedCodeBlock();
      block.setFenceCharacter(text.contains("```") ? "~" : "`");
      block.setOpeningFenceLength(text.contains("~~~") && text.contains("```") ? 12 : 3);
      block.setLiteral(text.stripTrailing() + "\n");
      into.appendChild(block);
    }
  }

  private void row(Node into, Element element) {
    String cells =
        String.join(
            " | ",
            element.children().stream().map(Element::text).filter(t -> !t.isBlank()).toList());
    append(into, words.paragraph(cells));
  }

  private static void move(Node from, Node to) {
    for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
      to.appendChild(child);
    }
  }
}
