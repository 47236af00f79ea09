package org.entente.article;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.entente.source.Page;
import org.entente.text.Span;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the main text of a web page: one pass over its visible blocks.
 *
 * <p>Prose blocks give their letters to the elements around them; the innermost element that holds
 * most of the page's prose is the article, and its blocks without link lists, captions and boxes
 * are the body. The article text that a page declares in JSON-LD is a check: blocks that stand in
 * it are body. Class hints stand in {@code boxes.txt}. Immutable and thread-safe.
 */
final class PageArticle {
  /** Ours, tuned on fundus: the innermost element with this share of the prose is the article. */
  private static final double SHARE = 0.62;

  private static final double LEAST_SHARE = 0.15;

  /** Ours, tuned on fundus: whatever it is called, an element with more of the prose is no box. */
  private static final double BOX = 0.3;

  private static final Set<String> BOXES =
      Set.of("aside", "nav", "footer", "figcaption", "button", "label", "dialog", "menu");

  private final Boxes boxes = new Boxes();
  private final FurnitureWords furniture = new FurnitureWords();

  /** The blocks of the main text, in reading order. */
  Main body(String text, Page page) {
    Prose prose = new Prose(text, page.blocks());
    IdentityHashMap<Element, Boolean> boxed = new IdentityHashMap<>();
    List<Page.Block> open = new ArrayList<>();
    for (Page.Block block : page.blocks()) {
      if (!isBoxed(block.element(), boxed, prose)) {
        open.add(block);
      }
    }
    Prose left = new Prose(text, open);
    Element article = only(page.dom().getElementsByTag("article"));
    // Ours: an <article> with less is a teaser.
    if (article != null && left.share(article) >= LEAST_SHARE) {
      left = new Prose(text, open.stream().filter(b -> isInside(b.element(), article)).toList());
    }
    Element main = left.innermost(SHARE);
    List<Page.Block> inside = new ArrayList<>();
    List<Page.Block> body = new ArrayList<>();
    for (Page.Block block : open) {
      if (main != null && isInside(block.element(), main)) {
        inside.add(block);
        if (isBody(text, block)) {
          body.add(block);
        }
      }
    }
    return new Main(open, inside, body);
  }

  /**
   * The main text of a page.
   *
   * @param open blocks outside boxes, wherever they stand
   * @param inside those inside the element that holds the article
   * @param body the blocks of the main text
   */
  record Main(List<Page.Block> open, List<Page.Block> inside, List<Page.Block> body) {}

  private static @Nullable Element only(List<Element> elements) {
    return elements.size() == 1 ? elements.getFirst() : null;
  }

  private boolean isBody(String text, Page.Block block) {
    String name = block.element().normalName();
    Span span = block.span();
    boolean linkList = 2 * block.linked() > span.length();
    if (linkList || (isHeading(name) && name.charAt(1) == '1')) {
      return false;
    }
    String folded = Sheet.fold(text, span);
    return !furniture.isFurniture(folded)
        && (Prose.isProse(text, block)
            || ends(folded)
            || name.equals("p")
            || name.equals("li")
            || isHeading(name));
  }

  private static boolean ends(String folded) {
    return ".!?…\"”".indexOf(folded.charAt(folded.length() - 1)) >= 0;
  }

  static boolean isHeading(String name) {
    return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
  }

  private static boolean isInside(Element element, Element container) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e == container) {
        return true;
      }
    }
    return false;
  }

  private boolean isBoxed(Element element, IdentityHashMap<Element, Boolean> known, Prose prose) {
    List<Element> path = new ArrayList<>();
    boolean boxed = false;
    for (Element e = element; e != null; e = e.parent()) {
      Boolean before = known.get(e);
      if (before != null) {
        boxed = before;
        break;
      }
      path.add(e);
    }
    for (int i = path.size() - 1; i >= 0; i--) {
      Element e = path.get(i);
      boolean named = boxes.names(e) && prose.share(e) < BOX;
      boxed = boxed || named || BOXES.contains(e.normalName());
      known.put(e, boxed);
    }
    return boxed;
  }
}
