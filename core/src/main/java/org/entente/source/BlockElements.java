package org.entente.source;

import java.util.Set;

/** Elements of HTML that begin a line of their own where no style sheet says otherwise. */
public final class BlockElements {
  private static final Set<String> NAMES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "label",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "option",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private BlockElements() {}

  /**
   * @param name of an element, in small letters
   */
  public static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
