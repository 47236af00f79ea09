package org.entente.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.source.Page;
import org.entente.text.Span;
import org.entente.time.PrintedDates;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The head of a web page's article: from what the page declares, in a named order, and from what it
 * shows. What is declared is looked for in the visible text, so that it has a span where it can.
 */
final class PageHead {
  private static final List<String> HEADLINES =
      List.of("json-ld.headline", "og:title", "twitter:title", "headline", "dc.title", "title");
  private static final List<String> DATES =
      List.of(
          "json-ld.datePublished",
          "article:published_time",
          "og:published_time",
          "datepublished",
          "parsely-pub-date",
          "pubdate",
          "publishdate",
          "publish-date",
          "sailthru.date",
          "dc.date",
          "dc.date.issued",
          "dcterms.created",
          "date",
          "json-ld.page.datePublished",
          "time.datetime");
  private static final List<String> AUTHORS =
      List.of(
          "json-ld.author",
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "byl");
  private static final List<String> OUTLETS =
      List.of("json-ld.publisher", "og:site_name", "application-name", "publisher", "dc.publisher");

  private final String text;
  private final Page page;
  private final Map<String, String> declared;
  private final PrintedDates dates;
  private final HeadLineParts parts;

  PageHead(String text, Page page, Map<String, String> declared, Finders finders) {
    this.text = text;
    this.page = page;
    this.declared = declared;
    this.dates = finders.dates();
    this.parts = finders.parts();
  }

  /** What reads dates and head lines. */
  record Finders(PrintedDates dates, HeadLineParts parts) {}

  @Nullable Field headline() {
    for (String name : HEADLINES) {
      String value = declared.get(name);
      Field shown = value == null ? null : shown(value, name);
      if (shown != null) {
        return shown;
      }
    }
    Field heading = heading();
    if (heading != null) {
      return heading;
    }
    Field first = first(HEADLINES);
    String title = page.dom().title().strip();
    return first != null || title.isEmpty() ? first : new Field(title, null, "title");
  }

  /** A heading whose words are the declared ones, or begin them ("Headline | The Herald"). */
  private @Nullable Field shown(String value, String rule) {
    String wanted = letters(value);
    for (Page.Block block : page.blocks()) {
      if (PageArticle.isHeading(block.element().normalName())) {
        String folded = Sheet.fold(text, block.span());
        String letters = letters(folded);
        boolean same =
            letters.equals(wanted) || (letters.length() >= 12 && wanted.startsWith(letters));
        if (same) {
          return new Field(folded, block.span(), rule);
        }
      }
    }
    return null;
  }

  private @Nullable Field heading() {
    Page.Block only = null;
    for (Page.Block block : page.blocks()) {
      if (block.element().normalName().equals("h1")) {
        if (only != null) {
          return null;
        }
        only = block;
      }
    }
    return only == null ? null : new Field(Sheet.fold(text, only.span()), only.span(), "h1");
  }

  private static String letters(String value) {
    StringBuilder letters = new StringBuilder();
    value.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  private @Nullable Field first(List<String> names) {
    for (String name : names) {
      String value = declared.get(name);
      if (value != null) {
        return new Field(value, null, name);
      }
    }
    return null;
  }

  @Nullable Field author() {
    Field field = first(AUTHORS);
    if (field != null && !field.value().startsWith("http")) {
      return field;
    }
    Element byline = page.dom().selectFirst("[rel=author], [itemprop=author], .byline, .author");
    String name = byline == null ? "" : byline.text().replaceFirst("(?i)^by ", "").strip();
    return name.isEmpty() || name.length() > 80 ? null : new Field(name, null, "byline.element");
  }

  @Nullable Field outlet() {
    return first(OUTLETS);
  }

  /** Declared, else printed between the headline and the end of the body. */
  @Nullable PrintedDate date(@Nullable Field headline, Span body) {
    for (String name : DATES) {
      LocalDate day = day(declared.get(name));
      if (day != null) {
        return new PrintedDate(
            day, java.util.Objects.requireNonNull(declared.get(name)), null, name);
      }
    }
    return printed(headline, body);
  }

  private @Nullable LocalDate day(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    List<PrintedDates.Found> found = dates.find(value, new Span(0, value.length()));
    return found.isEmpty() ? null : found.getFirst().value();
  }

  private @Nullable PrintedDate printed(@Nullable Field headline, Span body) {
    PrintedDate before = null;
    for (Page.Block block : page.blocks()) {
      HeadPart part = datePart(block);
      if (part != null && part.date() != null) {
        PrintedDate date =
            new PrintedDate(part.date(), Sheet.fold(text, part.span()), part.span(), part.rule());
        boolean below =
            headline == null
                || headline.span() == null
                || headline.span().end() <= block.span().start();
        if (below && block.span().start() <= body.end()) {
          return date;
        }
        before = before == null ? date : before;
      }
    }
    return before;
  }

  private @Nullable HeadPart datePart(Page.Block block) {
    for (HeadPart part : parts.parts(text, block.span())) {
      if (part.kind() == HeadPart.Kind.DATE) {
        return part;
      }
    }
    return null;
  }
}
