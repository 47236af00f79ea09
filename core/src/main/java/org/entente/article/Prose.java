package org.entente.article;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.entente.source.Page;
import org.entente.text.Span;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How much running text each element of a page holds. Not thread-safe. */
final class Prose {
  /** Ours, tuned on fundus: shorter blocks are labels more often than sentences. */
  private static final int LEAST = 50;

  /** Elements that never hold a whole article. */
  private static final Set<String> PARTS =
      Set.of("blockquote", "p", "ul", "ol", "li", "table", "tbody", "tr");

  private final IdentityHashMap<Element, int[]> letters = new IdentityHashMap<>();
  private int all;

  Prose(String text, List<Page.Block> blocks) {
    for (Page.Block block : blocks) {
      if (isProse(text, block)) {
        int length = block.span().length() - block.linked();
        all += length;
        for (Element e = block.element(); e != null; e = e.parent()) {
          letters.computeIfAbsent(e, _ -> new int[1])[0] += length;
        }
      }
    }
  }

  /** Long enough, with the marks that sentences have, and not mostly links. */
  static boolean isProse(String text, Page.Block block) {
    Span span = block.span();
    return span.length() >= LEAST && 3 * block.linked() < span.length() && isMarked(text, span);
  }

  /** Share of the page's prose inside an element. */
  double share(Element element) {
    int[] own = letters.get(element);
    return own == null ? 0 : (double) own[0] / all;
  }

  /** The innermost element with at least this share of the prose, or null on a page without any. */
  @Nullable Element innermost(double share) {
    Element best = null;
    int deepest = -1;
    for (Element element : letters.keySet()) {
      boolean whole = !PARTS.contains(element.normalName()) && share(element) >= share;
      int depth = whole ? depth(element) : -1;
      if (depth > deepest) {
        deepest = depth;
        best = element;
      }
    }
    return best;
  }

  private static boolean isMarked(String text, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      if (",.;:!?".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int depth(Element element) {
    int depth = 0;
    for (Element e = element; e != null; e = e.parent()) {
      depth++;
    }
    return depth;
  }
}
