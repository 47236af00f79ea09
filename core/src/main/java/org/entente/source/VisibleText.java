package org.entente.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.text.Span;
import org.entente.text.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what a reader of an HTML page sees, block by block, and for every character where it
 * stands in the source. One pass over the tree, without recursion. Used once.
 */
final class VisibleText {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "svg",
          "iframe",
          "object",
          "canvas",
          "audio",
          "video",
          "select",
          "datalist",
          "textarea",
          "head",
          "math",
          "map");

  private final String source;
  private final Text.Builder out;
  private final List<Page.Block> blocks = new ArrayList<>();
  private int start;
  private int linked;
  private int bold;
  private int linkDepth;
  private int boldDepth;
  private int preDepth;
  private boolean space;
  private int breaks;
  private @Nullable Element opened;

  private VisibleText(String source) {
    this.source = source;
    this.out = Text.cleaning(source);
  }

  /** The visible text of a page and its blocks. */
  record Rendered(Text text, List<Page.Block> blocks) {}

  static Rendered of(String source, Document dom) {
    VisibleText visible = new VisibleText(source);
    visible.walk(dom.body());
    visible.closeBlock();
    return new Rendered(visible.out.build(), visible.blocks);
  }

  private void walk(Element root) {
    Node node = root;
    while (true) {
      boolean entered = enter(node);
      Node child =
          entered && node instanceof Element e && e.childNodeSize() > 0 ? e.childNode(0) : null;
      if (child != null) {
        node = child;
        continue;
      }
      if (entered) {
        leave(node);
      }
      Node next = node == root ? null : node.nextSibling();
      while (next == null && node != root) {
        node = java.util.Objects.requireNonNull(node.parentNode());
        leave(node);
        next = node == root ? null : node.nextSibling();
      }
      if (next == null) {
        return;
      }
      node = next;
    }
  }

  private boolean enter(Node node) {
    if (node instanceof TextNode text) {
      write(text);
      return false;
    }
    if (!(node instanceof Element element) || isUnseen(element)) {
      return false;
    }
    String name = element.normalName();
    if (name.equals("br")) {
      lineBreak();
      return false;
    }
    if (BlockElements.contains(name)) {
      closeBlock();
    }
    depth(name, 1);
    return true;
  }

  private void leave(Node node) {
    if (node instanceof Element element) {
      String name = element.normalName();
      depth(name, -1);
      if (BlockElements.contains(name)) {
        closeBlock();
      }
    }
  }

  private void depth(String name, int step) {
    switch (name) {
      case "a" -> linkDepth += step;
      case "b", "strong" -> boldDepth += step;
      case "pre" -> preDepth += step;
      default -> {}
    }
  }

  private static boolean isUnseen(Element element) {
    if (UNSEEN.contains(element.normalName())) {
      return true;
    }
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || isForScreenReaders(element.className())
        || (!style.isEmpty()
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none"));
  }

  private static boolean isForScreenReaders(String names) {
    return !names.isEmpty()
        && (names.contains("visually-hidden")
            || names.contains("visuallyhidden")
            || names.contains("sr-only")
            || names.contains("screen-reader"));
  }

  /** Two breaks with nothing between are how many blogs part paragraphs. */
  private void lineBreak() {
    breaks++;
    if (breaks >= 2) {
      closeBlock();
    }
  }

  private void closeBlock() {
    Span span = out.strip(new Span(start, out.length()));
    if (!span.isEmpty()) {
      blocks.add(new Page.Block(java.util.Objects.requireNonNull(opened), span, linked, bold));
    }
    start = out.length();
    opened = null;
    linked = 0;
    bold = 0;
    space = false;
    breaks = 0;
  }

  private void write(TextNode node) {
    String text = node.getWholeText();
    Range range = node.sourceRange();
    int from = range.isTracked() ? Math.clamp(range.startPos(), 0, source.length()) : -1;
    int to = range.isTracked() ? Math.clamp(range.endPos(), 0, source.length()) : -1;
    Alignment at = new Alignment(source, text, from, to);
    for (int i = 0; i < text.length(); i++) {
      at.advance(i);
      char c = text.charAt(i);
      if (c == '\n' && preDepth > 0) {
        breaks++;
        if (breaks >= 2) {
          closeBlock();
        }
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space = true;
      } else {
        write(c, at, node);
      }
    }
  }

  private void write(char c, Alignment at, TextNode node) {
    if (opened == null) {
      opened = blockOf(node);
      if (out.length() > 0) {
        out.append('\n', at.from(), at.from()).append('\n', at.from(), at.from());
      }
      start = out.length();
    } else if (breaks > 0) {
      out.append('\n', at.from(), at.from());
    } else if (space) {
      out.append(' ', at.from(), at.from());
    }
    space = false;
    breaks = 0;
    out.append(c, at.from(), at.to());
    linked += linkDepth > 0 ? 1 : 0;
    bold += boldDepth > 0 ? 1 : 0;
  }

  private static Element blockOf(Node node) {
    Node parent = node.parentNode();
    while (parent != null && parent.parentNode() != null) {
      if (parent instanceof Element element && BlockElements.contains(element.normalName())) {
        return element;
      }
      parent = parent.parentNode();
    }
    return (Element) java.util.Objects.requireNonNull(parent);
  }
}
