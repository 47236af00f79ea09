package org.entente.desk.blog;

import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The words of a paragraph: stress, links, pictures, line breaks. */
final class HtmlWords {
  private static final int DEEPEST = 60;

  private final boolean stress;

  HtmlWords(boolean stress) {
    this.stress = stress;
  }

  Paragraph paragraph(String text) {
    Paragraph paragraph = new Paragraph();
    text(paragraph, text);
    return paragraph;
  }

  void add(Node into, org.jsoup.nodes.Node node, int depth) {
    if (node instanceof TextNode text) {
      text(into, text.getWholeText());
    } else if (node instanceof Element element) {
      element(into, element, depth + 1);
    }
  }

  private void element(Node into, Element element, int depth) {
    switch (element.normalName()) {
      case "br" -> into.appendChild(new HardLineBreak());
      case "em", "i", "cite", "dfn" ->
          wrap(into, stress ? new Emphasis("*") : null, element, depth);
      case "strong", "b" -> wrap(into, stress ? new StrongEmphasis("**") : null, element, depth);
      case "code", "kbd", "samp", "tt" -> code(into, element.text());
      case "a" -> wrap(into, link(element.absUrl("href")), element, depth);
      case "img" -> picture(into, element);
      case "iframe", "embed", "video", "audio" -> frame(into, element, depth);
      default -> wrap(into, null, element, depth);
    }
  }

  /** Blanks at the edge of stressed words or of a link stand outside of it. */
  private void wrap(Node into, @Nullable Node mark, Element element, int depth) {
    if (depth > DEEPEST) {
      text(into, element.text());
      return;
    }
    if (mark == null || holds(into, mark)) {
      element.childNodes().forEach(child -> add(into, child, depth));
      return;
    }
    String all = element.wholeText();
    if (!all.isEmpty() && Character.isWhitespace(all.charAt(0))) {
      text(into, " ");
    }
    into.appendChild(mark);
    element.childNodes().forEach(child -> add(mark, child, depth));
    if (!trim(mark)) {
      mark.unlink();
    }
    if (!all.isBlank() && Character.isWhitespace(all.charAt(all.length() - 1))) {
      text(into, " ");
    }
  }

  /** A link in a link, or italics in italics, add nothing. */
  private static boolean holds(Node into, Node mark) {
    for (Node above = into; above != null; above = above.getParent()) {
      if (above.getClass() == mark.getClass()) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Link link(String address) {
    return address.matches("(?i)(?:https?|mailto):\\S+") ? new Link(address, null) : null;
  }

  private static void code(Node into, String text) {
    if (!text.isBlank()) {
      into.appendChild(new Code(text));
    }
  }

  private static void picture(Node into, Element element) {
    String address = element.absUrl("src");
    String said = element.attr("alt").isBlank() ? element.attr("title") : element.attr("alt");
    if (address.matches("(?i)https?:\\S+")) {
      Image image = new Image(address, null);
      image.appendChild(
          new Text(said.isBlank() ? "Picture" : said.strip().replaceAll("\\s+", " ")));
      into.appendChild(image);
    }
  }

  /** What played inside a frame stays within reach. */
  private void frame(Node into, Element element, int depth) {
    Link link = link(element.absUrl("src"));
    if (link == null || holds(into, link)) {
      element.childNodes().forEach(child -> add(into, child, depth));
    } else {
      link.appendChild(new Text(link.getDestination()));
      into.appendChild(link);
    }
  }

  /** Runs of blanks are one; none begins a paragraph or a line. */
  private static void text(Node into, String text) {
    String run = text.replaceAll("[\\s\\u00a0]+", " ");
    Node last = into.getLastChild();
    boolean begins =
        last == null
            || last instanceof HardLineBreak
            || (last instanceof Text before && before.getLiteral().endsWith(" "));
    String rest = begins ? run.stripLeading() : run;
    if (rest.isEmpty()) {
      return;
    }
    if (last instanceof Text before) {
      before.setLiteral(before.getLiteral() + rest);
    } else {
      into.appendChild(new Text(rest));
    }
  }

  static boolean endsInBreak(Node words) {
    return words.getLastChild() instanceof HardLineBreak;
  }

  /** Takes breaks and blanks from both ends; false when nothing is left. */
  static boolean trim(Node words) {
    while (words.getFirstChild() instanceof HardLineBreak first) {
      first.unlink();
    }
    while (words.getLastChild() instanceof HardLineBreak last) {
      last.unlink();
    }
    if (words.getLastChild() instanceof Text last) {
      last.setLiteral(last.getLiteral().stripTrailing());
      if (last.getLiteral().isEmpty()) {
        last.unlink();
        return trim(words);
      }
    }
    return words.getFirstChild() != null;
  }
}
