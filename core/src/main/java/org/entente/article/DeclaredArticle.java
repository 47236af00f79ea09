package org.entente.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A document whose container says that it is one article. Its text is body, and nothing of it is
 * lost: only the headline repeated, head lines at the top and lines listed word for word as
 * furniture are taken out. Immutable and thread-safe.
 */
final class DeclaredArticle {
  private final HeadLineParts parts;
  private final HardBreaks breaks;
  private final FurnitureWords furniture = new FurnitureWords();

  DeclaredArticle(HeadLineParts parts, HardBreaks breaks) {
    this.parts = parts;
    this.breaks = breaks;
  }

  Contents find(Document document) {
    String text = document.content();
    Metadata metadata = document.metadata();
    List<Paragraph> paragraphs = breaks.paragraphs(text);
    Field headline = declared(metadata.title(), "metadata.title");
    List<HeadPart> head = new ArrayList<>();
    int first = 0;
    while (first + 1 < paragraphs.size()) {
      Paragraph p = paragraphs.get(first);
      List<HeadPart> found = parts.parts(text, p.span);
      if (isTitle(p, metadata)) {
        headline = new Field(p.text, p.span, "metadata.title");
      } else if (found.isEmpty()) {
        break;
      }
      head.addAll(found);
      first++;
    }
    List<Span> body = new ArrayList<>();
    List<Span> left = new ArrayList<>();
    for (Paragraph p : paragraphs.subList(first, paragraphs.size())) {
      boolean sure = paragraphs.size() > 2 && p.words > 1 && furniture.isListedWhole(p.text);
      (sure ? left : body).add(p.span);
    }
    return contents(new Found(document, headline, head, body), left);
  }

  private record Found(
      Document document, @Nullable Field headline, List<HeadPart> head, List<Span> body) {}

  private static boolean isTitle(Paragraph p, Metadata metadata) {
    String title = metadata.title();
    return title != null && p.text.equalsIgnoreCase(title.strip());
  }

  private static Contents contents(Found found, List<Span> furniture) {
    String text = found.document.content();
    Metadata metadata = found.document.metadata();
    List<Span> body = new ArrayList<>(found.body);
    Datelines.Found dateline = body.isEmpty() ? null : Datelines.find(text, body.getFirst());
    Field outlet = declared(metadata.publisher(), "metadata.publisher");
    outlet = outlet == null ? field(text, found.head, HeadPart.Kind.OUTLET) : outlet;
    if (dateline != null) {
      body.set(0, dateline.rest());
      outlet = outlet == null ? dateline.agency() : outlet;
    }
    Field author = declared(metadata.author(), "metadata.author");
    Article article =
        new Article(
            found.headline,
            null,
            author == null ? field(text, found.head, HeadPart.Kind.AUTHOR) : author,
            outlet,
            date(text, metadata, found.head),
            dateline == null ? null : dateline.place(),
            body);
    return new Contents(List.of(article), List.of(), furniture, List.of());
  }

  private static @Nullable PrintedDate date(String text, Metadata metadata, List<HeadPart> head) {
    HeadPart printed = part(head, HeadPart.Kind.DATE);
    if (metadata.date() == null) {
      return printed == null
          ? null
          : new PrintedDate(
              Objects.requireNonNull(printed.date()),
              Sheet.fold(text, printed.span()),
              printed.span(),
              printed.rule());
    }
    boolean same = printed != null && metadata.date().equals(printed.date());
    return same && printed != null
        ? new PrintedDate(
            metadata.date(), Sheet.fold(text, printed.span()), printed.span(), "metadata.date")
        : new PrintedDate(metadata.date(), metadata.date().toString(), null, "metadata.date");
  }

  private static @Nullable HeadPart part(List<HeadPart> head, HeadPart.Kind kind) {
    return head.stream().filter(p -> p.kind() == kind).findFirst().orElse(null);
  }

  private static @Nullable Field field(String text, List<HeadPart> head, HeadPart.Kind kind) {
    HeadPart part = part(head, kind);
    return part == null ? null : new Field(Sheet.fold(text, part.span()), part.span(), part.rule());
  }

  private static @Nullable Field declared(@Nullable String value, String rule) {
    return value == null || value.isBlank() ? null : new Field(value.strip(), null, rule);
  }
}
