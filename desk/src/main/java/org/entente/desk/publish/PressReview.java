package org.entente.desk.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.article.Article;
import org.entente.article.Contents;
import org.entente.article.Field;
import org.entente.article.PrintedDate;
import org.entente.source.Document;
import org.entente.store.Block;
import org.entente.store.Content;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes a draft of a page that somebody pasted or saved: its articles become clips of that very
 * text, the page's own words comments between them, in the order of the page; furniture is left
 * out. Pure functions.
 */
public final class PressReview {
  /** A heading is short; a longer first paragraph is a lead, and the draft is called after it. */
  private static final int LONGEST_HEADING = 120;

  /** A line of three words or more that ends as no sentence does; else a question or call. */
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(\\S+(?:[ \\t]+\\S+)+[ \\t]+\\S*[^\\s.,;:](?=\\s*(?:\\n|$))|[^.?!]+[?!])");

  private PressReview() {}

  /** The draft that a document makes; without any article it is one comment. */
  public static Content of(Document document, Contents contents) {
    List<Placed> placed = new ArrayList<>();
    List<Span> commentary = new ArrayList<>(contents.commentary());
    String title = title(document, contents, commentary);
    for (Span span : commentary) {
      placed.add(new Placed(span, new Block.Prose(prose(span.in(document.content())))));
    }
    for (Article article : contents.articles()) {
      List<Span> own = own(article);
      for (Span span : runs(own, contents.commentary())) {
        placed.add(new Placed(span, clip(document, article, span, own)));
      }
    }
    placed.sort(Comparator.comparing(p -> p.span().start()));
    return new Content(title, List.of(), joined(placed));
  }

  private record Placed(Span span, Block block) {}

  /** The page's own title; else its first line or question, which then is no comment. */
  private static String title(Document document, Contents contents, List<Span> commentary) {
    String declared = document.metadata().title();
    String title = declared == null ? "" : line(declared);
    if (title.isEmpty() && !commentary.isEmpty()) {
      Span first = commentary.getFirst();
      boolean leads = contents.articles().stream().allMatch(a -> a.span().start() >= first.end());
      Matcher head = HEAD.matcher(first.in(document.content()));
      if (leads && head.lookingAt() && head.group(1).length() <= LONGEST_HEADING) {
        title = line(head.group(1));
        commentary.removeFirst();
        Span rest = new Span(first.start() + head.end(1), first.end()).strip(document.content());
        if (!rest.isEmpty()) {
          commentary.addFirst(rest);
        }
      }
    }
    String name = title.isEmpty() ? document.id() : title;
    return name.length() > Content.LONGEST_TITLE ? name.substring(0, Content.LONGEST_TITLE) : name;
  }

  /** The article's own words, in order: what its head says stands on top of the clip. */
  private static List<Span> own(Article article) {
    List<Span> own = new ArrayList<>(article.paragraphs());
    own.addAll(article.subheadings());
    Field standfirst = article.standfirst();
    if (standfirst != null && standfirst.span() != null) {
      own.add(standfirst.span());
    }
    Field headline = article.headline();
    if (own.isEmpty() && headline != null && headline.span() != null) {
      own.add(headline.span()); // a piece that is its headline alone
    }
    own.sort(Comparator.naturalOrder());
    return own;
  }

  /** One run, cut where the page's author speaks in between. */
  private static List<Span> runs(List<Span> own, List<Span> commentary) {
    List<Span> runs = new ArrayList<>();
    for (Span span : own) {
      Span cover = runs.isEmpty() ? span : runs.getLast().cover(span);
      if (!runs.isEmpty() && commentary.stream().noneMatch(cover::overlaps)) {
        runs.set(runs.size() - 1, cover);
      } else {
        runs.add(span);
      }
    }
    return runs;
  }

  private static Block.Clip clip(Document document, Article article, Span span, List<Span> own) {
    PrintedDate date = article.date();
    Block.Source source =
        new Block.Source(
            value(article.headline()),
            value(article.outlet()),
            value(article.author()),
            date == null ? null : date.printed(),
            document.metadata().url());
    String exact = span.in(document.content());
    return new Block.Clip(
        source, document.sha256(), span.start(), exact, false, Blocks.pieces(span, own, exact));
  }

  private static @Nullable String value(@Nullable Field field) {
    return field == null ? null : field.value();
  }

  /** Comments that follow one another are one. */
  private static List<Block> joined(List<Placed> placed) {
    List<Block> blocks = new ArrayList<>();
    for (Placed part : placed) {
      if (part.block() instanceof Block.Prose prose
          && !blocks.isEmpty()
          && blocks.getLast() instanceof Block.Prose before) {
        blocks.set(
            blocks.size() - 1, new Block.Prose(before.markdown() + "\n\n" + prose.markdown()));
      } else {
        blocks.add(part.block());
      }
    }
    return blocks;
  }

  /** Lines broken by hand run on; characters that Markdown would read as marks are escaped. */
  private static String prose(String text) {
    return text.strip()
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1")
        .replaceAll("^([0-9]+)([.)])", "$1\\\\$2")
        .replaceAll("^([-+])", "\\\\$1");
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
