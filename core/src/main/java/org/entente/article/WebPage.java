package org.entente.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.source.Page;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * The article of a web page, or its clips where the page is a press review: then its main text
 * holds at least two headlines that have a date or an outlet of their own. Immutable and
 * thread-safe.
 */
final class WebPage {
  private final PageArticle finder = new PageArticle();
  private final DeclaredHead declarations = new DeclaredHead();
  private final PageHead.Finders finders;
  private final HardBreaks breaks;
  private final PressReview review;

  WebPage(PageHead.Finders finders, HardBreaks breaks, PressReview review) {
    this.finders = finders;
    this.breaks = breaks;
    this.review = review;
  }

  Contents find(Document document, Page page) {
    String text = document.content();
    PageArticle.Main main = finder.body(text, page);
    Map<String, String> declared = declarations.read(page.dom());
    if (!declared.getOrDefault("json-ld.type", "").contains("NewsArticle")) {
      Sheet sheet = sheet(text, main);
      List<Article> clips = Clips.of(sheet);
      if (isReview(clips)) {
        return review(page, sheet, clips, new PageHead(text, page, declared, finders).headline());
      }
    }
    return single(document, page, new Parts(main, declared));
  }

  private static Contents review(
      Page page, Sheet sheet, List<Article> clips, @Nullable Field title) {
    List<Span> commentary = sheet.spans(Label.COMMENTARY);
    Set<Span> used = new HashSet<>(sheet.paragraphs.stream().map(p -> p.span).toList());
    Span own = title == null ? null : title.span();
    if (own != null && used.stream().noneMatch(own::overlaps)) {
      commentary.add(own);
      commentary.sort(null);
      used.add(own);
    }
    List<Span> furniture = sheet.spans(Label.FURNITURE);
    furniture.addAll(unused(page, used));
    furniture.sort(null);
    return new Contents(clips, commentary, furniture, List.of());
  }

  private record Parts(PageArticle.Main main, Map<String, String> declared) {}

  private Sheet sheet(String text, PageArticle.Main main) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Page.Block block : main.inside()) {
      String name = block.element().normalName();
      int heading = PageArticle.isHeading(name) ? name.charAt(1) - '0' : 0;
      boolean quoted = block.element().closest("blockquote") != null;
      Paragraph.Layout layout = new Paragraph.Layout(heading, false, quoted);
      for (Paragraph p : breaks.paragraphs(text, block.span())) {
        paragraphs.add(new Paragraph(p.span, p.text, layout));
      }
    }
    Sheet sheet = new Sheet(text, paragraphs);
    review.label(sheet);
    return sheet;
  }

  private static boolean isReview(List<Article> clips) {
    int own = 0;
    for (Article clip : clips) {
      boolean headed = clip.date() != null || clip.outlet() != null;
      own += clip.headline() != null && headed && !clip.paragraphs().isEmpty() ? 1 : 0;
    }
    return own >= 2;
  }

  private Contents single(Document document, Page page, Parts found) {
    String text = document.content();
    Metadata metadata = document.metadata();
    PageHead head = new PageHead(text, page, found.declared, finders);
    List<Span> body = new ArrayList<>();
    List<Span> subheadings = new ArrayList<>();
    Field headline = field(metadata.title(), "metadata.title", head.headline());
    for (Page.Block block : found.main.body()) {
      boolean heading = PageArticle.isHeading(block.element().normalName());
      boolean title = headline != null && block.span().equals(headline.span());
      boolean headLine = body.isEmpty() && !finders.parts().parts(text, block.span()).isEmpty();
      if (!title && !headLine) {
        (heading ? subheadings : body).add(block.span());
      }
    }
    Datelines.Found dateline = body.isEmpty() ? null : Datelines.find(text, body.getFirst());
    if (dateline != null) {
      body.set(0, dateline.rest());
    }
    Span all = body.isEmpty() ? new Span(0, 0) : body.getFirst().cover(body.getLast());
    PrintedDate date =
        metadata.date() == null
            ? head.date(headline, all)
            : new PrintedDate(metadata.date(), metadata.date().toString(), null, "metadata.date");
    Article article =
        new Article(
            headline,
            null,
            field(metadata.author(), "metadata.author", head.author()),
            field(metadata.publisher(), "metadata.publisher", head.outlet()),
            date,
            dateline == null ? null : dateline.place(),
            body,
            subheadings);
    Set<Span> used = new HashSet<>(body);
    used.addAll(subheadings);
    if (headline != null && headline.span() != null) {
      used.add(headline.span());
    }
    return new Contents(
        body.isEmpty() && headline == null ? List.of() : List.of(article),
        List.of(),
        unused(page, used),
        List.of());
  }

  private static @Nullable Field field(
      @Nullable String container, String rule, @Nullable Field own) {
    return own != null || container == null ? own : new Field(container, null, rule);
  }

  private static List<Span> unused(Page page, Set<Span> used) {
    TreeSet<Span> sorted = new TreeSet<>(used);
    List<Span> unused = new ArrayList<>();
    for (Page.Block block : page.blocks()) {
      Span before = sorted.lower(new Span(block.span().end(), block.span().end()));
      if (before == null || !before.overlaps(block.span())) {
        unused.add(block.span());
      }
    }
    return unused;
  }
}
