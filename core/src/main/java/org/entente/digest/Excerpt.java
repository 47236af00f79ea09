package org.entente.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.entente.Reading;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.event.Participant;
import org.entente.parse.Sentence;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.text.Evidence;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text in which only the heads of articles and the sentences with evidence are left, and as much
 * around evidence as is quoted with it. Everything else is blank, so that all spans hold, in UTF-16
 * units as in code points.
 */
final class Excerpt {
  /** As much as evidence quotes before and after at most. */
  private static final int AROUND = Evidence.CONTEXT + 1;

  /** Takes the place of a character that needs two units: U+E0020, which nobody sees. */
  private static final String WIDE_BLANK = Character.toString(0xE0020);

  private Excerpt() {}

  static String of(Reading reading) {
    String content = reading.document().content();
    BitSet kept = new BitSet(content.length());
    for (Reading.ArticleReading article : reading.articles()) {
      head(article.parsed().article()).forEach(s -> kept.set(s.start(), s.end()));
      List<Span> evidence = evidence(article);
      for (Span span : evidence) {
        kept.set(
            Math.max(0, span.start() - AROUND), Math.min(content.length(), span.end() + AROUND));
      }
      for (Sentence sentence : article.parsed().sentences()) {
        Span span = sentence.span();
        if (evidence.stream().anyMatch(span::overlaps)) {
          kept.set(span.start(), span.end());
        }
      }
    }
    return blanked(content, kept);
  }

  private static String blanked(String content, BitSet kept) {
    StringBuilder text = new StringBuilder(content.length());
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      int end = i + Character.charCount(point);
      if (kept.get(i) || kept.get(end - 1) || Character.isWhitespace(point)) {
        text.appendCodePoint(point);
      } else {
        text.append(end - i == 1 ? " " : WIDE_BLANK);
      }
      i = end;
    }
    return text.toString();
  }

  private static List<Span> head(Article article) {
    List<@Nullable Span> spans = new ArrayList<>();
    for (Field field :
        Arrays.asList(
            article.headline(),
            article.standfirst(),
            article.author(),
            article.outlet(),
            article.dateline())) {
      spans.add(field == null ? null : field.span());
    }
    spans.add(article.date() == null ? null : article.date().span());
    return spans.stream().filter(Objects::nonNull).map(s -> (Span) s).toList();
  }

  private static List<Span> evidence(Reading.ArticleReading article) {
    List<@Nullable Span> spans = new ArrayList<>();
    for (Statement statement : article.statements()) {
      spans.add(statement.span());
    }
    for (Event event : article.events()) {
      spans.add(event.span());
      spans.add(span(event.source()));
      spans.add(span(event.target()));
    }
    for (Figure figure : article.figures()) {
      spans.add(figure.span());
    }
    for (Position position : article.positions()) {
      spans.add(position.topic());
      spans.add(position.evidence());
    }
    return spans.stream().filter(Objects::nonNull).map(s -> (Span) s).toList();
  }

  private static @Nullable Span span(@Nullable Participant participant) {
    return participant == null ? null : participant.span();
  }
}
