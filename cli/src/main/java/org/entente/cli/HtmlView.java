package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.entente.Reading;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.event.Event;
import org.entente.event.Participant;
import org.entente.statement.Statement;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained page: the articles with sources, cues, contents and events marked, and tables
 * of them.
 */
final class HtmlView {
  private StatementFilter filter = new StatementFilter(List.of());
  private int statements;
  private int events;

  /** The whole page for these readings. */
  String page(List<Reading> readings) {
    filter = new StatementFilter(readings);
    StringBuilder body = new StringBuilder(filter.html());
    for (Reading reading : readings) {
      commentary(reading, body);
      for (Reading.ArticleReading article : reading.articles()) {
        article(reading, article, body);
      }
    }
    String title = readings.isEmpty() ? "Entente" : text(name(readings.getFirst().document().id()));
    return resource("page.html")
        .replace("{{title}}", title)
        .replace("{{style}}", resource("page.css") + filter.style())
        .replace("{{body}}", body);
  }

  /** The last part of a path or address. */
  private static String name(String id) {
    String bare = id.endsWith("/") ? id.substring(0, id.length() - 1) : id;
    return bare.substring(bare.lastIndexOf('/') + 1);
  }

  private static void commentary(Reading reading, StringBuilder out) {
    if (reading.contents().commentary().isEmpty()) {
      return;
    }
    out.append("<aside class=\"commentary\"><h2>Commentary of the page (never coded)</h2>");
    for (Span span : reading.contents().commentary()) {
      out.append("<p>").append(text(span.in(reading.document().content()))).append("</p>");
    }
    out.append("</aside>\n");
  }

  private void article(Reading reading, Reading.ArticleReading read, StringBuilder out) {
    Article article = read.parsed().article();
    MarkedText marked = new MarkedText(reading.document().content());
    int firstStatement = statements;
    int firstEvent = events;
    read.statements().forEach(s -> mark(s, marked));
    read.events().forEach(e -> mark(e, marked));
    out.append("<article>\n<header><h2>")
        .append(field(article.headline(), marked, "headline missing"))
        .append("</h2>\n<p class=\"head\">");
    out.append(field(article.outlet(), marked, "outlet missing")).append(" · ");
    out.append(
        article.date() == null
            ? "<span class=\"missing\">date missing</span>"
            : "<time datetime=\""
                + article.date().value()
                + "\">"
                + text(article.date().printed())
                + "</time>");
    out.append(" · ").append(field(article.author(), marked, "author missing")).append("</p>\n");
    if (article.standfirst() != null) {
      out.append("<p class=\"standfirst\">")
          .append(field(article.standfirst(), marked, ""))
          .append("</p>\n");
    }
    out.append("</header>\n");
    article.paragraphs().forEach(p -> out.append("<p>").append(marked.html(p)).append("</p>\n"));
    statements(read, firstStatement, reading.document().content(), out);
    events(read, firstEvent, reading.document().content(), out);
    out.append("</article>\n");
  }

  private static String field(@Nullable Field field, MarkedText marked, String missing) {
    if (field == null) {
      return "<span class=\"missing\">" + missing + "</span>";
    }
    return field.span() == null ? text(field.value()) : marked.html(field.span());
  }

  private void mark(Statement s, MarkedText marked) {
    int number = ++statements;
    if (s.source() != null) {
      marked.add(new MarkedText.Mark(s.source(), "source", "", ""));
    }
    if (s.cue() != null) {
      marked.add(new MarkedText.Mark(s.cue(), "cue", "", ""));
    }
    for (int i = 0; i < s.contents().size(); i++) {
      marked.add(
          new MarkedText.Mark(
              s.contents().get(i),
              "content",
              i == 0 ? "S" + number : "",
              i == 0 ? "s" + number : ""));
    }
  }

  private void mark(Event e, MarkedText marked) {
    int number = ++events;
    marked.add(new MarkedText.Mark(e.span(), "event", "E" + number, "e" + number));
  }

  private void statements(
      Reading.ArticleReading read, int first, String content, StringBuilder out) {
    if (read.statements().isEmpty()) {
      return;
    }
    out.append("<details open><summary>Who said what (")
        .append(read.statements().size())
        .append(")</summary><div class=\"scroll\"><table>\n");
    out.append(
        "<thead><tr><th>No.</th><th>Speaker</th><th>Cue</th><th>Content</th><th>Kind</th><th>Status</th></tr></thead><tbody>\n");
    int number = first;
    for (Statement s : read.statements()) {
      number++;
      StringBuilder said = new StringBuilder();
      s.contents().forEach(c -> said.append(said.isEmpty() ? "" : " … ").append(c.in(content)));
      out.append("<tr class=\"")
          .append(filter.classes(s))
          .append("\" id=\"rs")
          .append(number)
          .append("\"><td><a href=\"#s")
          .append(number)
          .append("\">S")
          .append(number)
          .append("</a></td>");
      String who = String.join(" and ", s.speakers().stream().map(HtmlView::name).toList());
      cell(who.isEmpty() ? "unnamed" : who, out);
      cell(s.cue() == null ? "" : s.cue().in(content), out);
      cell(said.toString(), out);
      cell(s.kind().name().toLowerCase(Locale.ROOT), out);
      cell(s.status().word(), out);
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div></details>\n");
  }

  private static void events(
      Reading.ArticleReading read, int first, String content, StringBuilder out) {
    if (read.events().isEmpty()) {
      return;
    }
    out.append("<details open><summary>Who did what to whom (")
        .append(read.events().size())
        .append(")</summary><div class=\"scroll\"><table>\n");
    out.append(
        "<thead><tr><th>No.</th><th>Source</th><th>Event</th><th>Target</th><th>Status</th><th>Date</th><th>Rule</th></tr></thead><tbody>\n");
    int number = first;
    for (Event e : read.events()) {
      number++;
      out.append("<tr id=\"re")
          .append(number)
          .append("\"><td><a href=\"#e")
          .append(number)
          .append("\">E")
          .append(number)
          .append("</a></td>");
      cell(who(e.source()), out);
      cell(e.type().code() + " " + e.type().name(), out);
      cell(who(e.target()), out);
      cell(e.status().word(), out);
      out.append("<td>").append(days(e)).append("</td>");
      cell(e.rule(), out);
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div></details>\n");
  }

  private static String days(Event e) {
    if (e.date() == null) {
      return "";
    }
    String from = "<time>" + e.date().from() + "</time>";
    return e.date().from().equals(e.date().to())
        ? from
        : from + " to <time>" + e.date().to() + "</time>";
  }

  private static void cell(String value, StringBuilder out) {
    out.append("<td>").append(text(value)).append("</td>");
  }

  private static String who(@Nullable Participant participant) {
    return participant == null ? "nobody named" : name(participant.actor());
  }

  private static String name(Actor actor) {
    return actor.country().isEmpty() || actor.kind() == Actor.Kind.STATE
        ? actor.name()
        : actor.name() + " (" + actor.country() + ")";
  }

  private static String text(String words) {
    return MarkedText.escape(TerminalView.fold(words));
  }

  static String resource(String name) {
    try (InputStream in = HtmlView.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks the resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + name, e);
    }
  }
}
