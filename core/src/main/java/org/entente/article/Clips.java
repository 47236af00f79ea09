package org.entente.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Puts labelled paragraphs together to articles. Used once. */
final class Clips {
  private final Sheet sheet;
  private final List<Article> articles = new ArrayList<>();
  private @Nullable Clip clip;
  private Clip waiting = new Clip();

  private Clips(Sheet sheet) {
    this.sheet = sheet;
  }

  static List<Article> of(Sheet sheet) {
    return new Clips(sheet).assemble();
  }

  private List<Article> assemble() {
    for (int i = 0; i < sheet.size(); i++) {
      Paragraph p = sheet.get(i);
      switch (p.label) {
        case HEADLINE -> headline(p);
        case STANDFIRST -> current().standfirst = p;
        case SUBHEADING -> current().subheadings.add(p.span);
        case HEAD_LINE -> headLine(i, p);
        case BODY -> current().body.add(p.span);
        default -> {}
      }
    }
    close();
    return articles;
  }

  private Clip current() {
    if (clip == null) {
      clip = waiting;
      waiting = new Clip();
    }
    return clip;
  }

  private void headline(Paragraph p) {
    close();
    current().headline = p;
  }

  private void headLine(int i, Paragraph p) {
    int next = sheet.skipFurniture(i + 1);
    boolean headlineNext = next < sheet.size() && sheet.get(next).is(Label.HEADLINE);
    boolean bodyNext =
        next < sheet.size()
            && (sheet.get(next).is(Label.BODY)
                || (sheet.get(next).is(Label.HEAD_LINE) && waiting.head.isEmpty()));
    Clip open = clip;
    if (open == null) {
      waiting.head.addAll(p.head);
    } else if (open.body.isEmpty()
        || (!headlineNext && !bodyNext)
        || (headlineNext && !open.hasAny(p))) {
      open.head.addAll(p.head);
    } else {
      close();
      waiting.head.addAll(p.head);
    }
  }

  private void close() {
    if (clip != null) {
      articles.add(clip.article(sheet.text));
      clip = null;
    }
  }

  private static final class Clip {
    @Nullable Paragraph headline;
    @Nullable Paragraph standfirst;
    final List<HeadPart> head = new ArrayList<>();
    final List<Span> body = new ArrayList<>();
    final List<Span> subheadings = new ArrayList<>();

    boolean hasAny(Paragraph line) {
      for (HeadPart part : line.head) {
        if (part(part.kind()) != null) {
          return true;
        }
      }
      return false;
    }

    @Nullable HeadPart part(HeadPart.Kind kind) {
      for (HeadPart part : head) {
        if (part.kind() == kind) {
          return part;
        }
      }
      return null;
    }

    Article article(String text) {
      Datelines.Found dateline = body.isEmpty() ? null : Datelines.find(text, body.getFirst());
      Field outlet = field(text, HeadPart.Kind.OUTLET);
      if (dateline != null) {
        body.set(0, dateline.rest());
        outlet = outlet == null ? dateline.agency() : outlet;
      }
      return new Article(
          field(headline),
          field(standfirst),
          field(text, HeadPart.Kind.AUTHOR),
          outlet,
          date(text),
          dateline == null ? null : dateline.place(),
          body,
          subheadings);
    }

    private static @Nullable Field field(@Nullable Paragraph p) {
      return p == null ? null : new Field(p.text, p.span, p.rule);
    }

    private @Nullable Field field(String text, HeadPart.Kind kind) {
      HeadPart part = part(kind);
      return part == null
          ? null
          : new Field(Sheet.fold(text, part.span()), part.span(), part.rule());
    }

    private @Nullable PrintedDate date(String text) {
      HeadPart part = part(HeadPart.Kind.DATE);
      if (part == null) {
        return null;
      }
      LocalDate day = Objects.requireNonNull(part.date());
      return new PrintedDate(day, Sheet.fold(text, part.span()), part.span(), part.rule());
    }
  }
}
