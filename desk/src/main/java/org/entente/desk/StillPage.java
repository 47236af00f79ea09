package org.entente.desk;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page of the desk as a file that needs no desk: no forms, no scripts, links from file to file.
 * Links to what is not written become plain words. Pure functions.
 */
final class StillPage {
  /** What only a desk can answer. */
  private static final String ALIVE =
      "form, button, .corner, .live, script:not([type=application/ld+json]), meta[name=htmx-config]";

  private StillPage() {}

  /** Where the page of a path is kept, with its name as it stands in links. */
  static String file(String path, boolean page) {
    String name = path.substring(1);
    return page ? (name.isEmpty() ? "" : name + "/") + "index.html" : name;
  }

  /**
   * @param html of the page
   * @param file where it is kept, from {@link #file}
   * @param pages paths of all pages that are written
   * @param others paths of all other files that are written
   */
  static String of(String html, String file, Set<String> pages, Set<String> others) {
    Document page = Jsoup.parse(html);
    page.outputSettings().prettyPrint(false);
    page.select(ALIVE).remove();
    String up = "../".repeat((int) file.chars().filter(c -> c == '/').count());
    for (Element element : page.select("a[href^=/], link[href^=/]")) {
      String href = element.attr("href");
      int hash = href.indexOf('#');
      String path = hash < 0 ? href : href.substring(0, hash);
      if (pages.contains(path) || others.contains(path)) {
        String rest = hash < 0 ? "" : href.substring(hash);
        element.attr("href", up + file(path, pages.contains(path)) + rest);
      } else if (element.normalName().equals("link")) {
        element.remove();
      } else {
        dead(element);
      }
    }
    return page.outerHtml();
  }

  /** An entry of a menu and an invitation to sign in mean nothing without their link. */
  private static void dead(Element link) {
    Element entry = link.closest("header nav li, p.closed");
    if (entry != null) {
      entry.remove();
    } else if (link.classNames().contains("brand")) {
      link.removeAttr("href");
    } else {
      link.unwrap();
    }
  }
}
