package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.entente.Reading;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.event.Announcement;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.event.Participant;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Shows a reading in the terminal: each article, who said what, who did what to whom, with the
 * words behind it.
 */
final class TerminalView {
  private static final int WIDTH = 100;

  private final PrintWriter out;
  private final Style style;

  TerminalView(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  void show(Reading reading) {
    out.println(style.bold(reading.document().id()));
    showCommentary(reading);
    int number = 1;
    for (Reading.ArticleReading article : reading.articles()) {
      showArticle(number++, reading, article);
    }
    reading.problems().forEach(this::show);
    out.println();
    out.println(
        style.dim(
            reading.articles().size()
                + " articles, "
                + reading.statements().size()
                + " statements, "
                + reading.events().size()
                + " events, "
                + reading.figures().size()
                + " figures"));
    out.flush();
  }

  void show(Problem problem) {
    out.println("! " + problem);
  }

  private void showCommentary(Reading reading) {
    for (Span span : reading.contents().commentary()) {
      wrapped("commentary  ", fold(span.in(reading.document().content())));
    }
  }

  private void showArticle(int number, Reading reading, Reading.ArticleReading read) {
    Article article = read.parsed().article();
    String content = reading.document().content();
    out.println();
    out.println(
        style.bold(
            number
                + "  "
                + (article.headline() == null ? "headline missing" : article.headline().value())));
    String date =
        article.date() == null
            ? "date missing"
            : article.date().value() + " (" + article.date().printed() + ")";
    out.println(
        style.dim(
            "   "
                + value("outlet", article.outlet())
                + " · "
                + date
                + " · "
                + value("author", article.author())));
    if (article.standfirst() != null) {
      wrapped("   ", article.standfirst().value());
    }
    if (!read.statements().isEmpty()) {
      out.println("   " + style.bold("Who said what"));
      read.statements().forEach(s -> show(s, content));
    }
    if (!read.events().isEmpty()) {
      out.println("   " + style.bold("Who did what to whom"));
      read.events().forEach(e -> show(e, content));
    }
    if (!read.positions().isEmpty()) {
      out.println("   " + style.bold("Who takes which side"));
      read.positions().forEach(p -> show(p, content));
    }
    if (!read.announcements().isEmpty()) {
      out.println("   " + style.bold("What is announced"));
      read.announcements().forEach(a -> show(a, content));
    }
    if (!read.figures().isEmpty()) {
      out.println("   " + style.bold("How many"));
      read.figures().forEach(f -> show(f, content));
    }
  }

  /** What one speaker says in an article, under its head. */
  void showSaid(Reading.ArticleReading read, List<Statement> said, String content) {
    Article article = read.parsed().article();
    String headline = article.headline() == null ? "headline missing" : article.headline().value();
    String date = article.date() == null ? "date missing" : article.date().value().toString();
    out.println(
        style.bold(fold(headline))
            + style.dim("  " + value("outlet", article.outlet()) + " · " + date));
    said.forEach(s -> show(s, content));
  }

  private static String value(String name, @Nullable Field field) {
    return field == null ? name + " missing" : field.value();
  }

  private void show(Statement s, String content) {
    String who =
        s.speaker() == null
            ? "unnamed"
            : String.join(" and ", s.speakers().stream().map(TerminalView::name).toList());
    String whom = s.addressee() == null ? "" : " to " + name(s.addressee());
    String cue = s.cue() == null ? "" : fold(s.cue().in(content));
    out.println(
        "   · "
            + style.source(who + whom)
            + "  "
            + style.cue(cue)
            + "  "
            + style.dim(
                s.status().word() + ", " + s.kind().name().toLowerCase(java.util.Locale.ROOT)));
    StringBuilder said = new StringBuilder();
    for (Span span : s.contents()) {
      said.append(said.isEmpty() ? "" : " … ").append(fold(span.in(content)));
    }
    wrappedContent(said.toString());
  }

  private void show(Event e, String content) {
    String code = e.type().code() + " " + e.type().name();
    out.println(
        "   · "
            + style.event(who(e.source()) + " → " + who(e.target()))
            + "  "
            + code
            + "  "
            + style.dim(e.status().word() + when(e) + ", rule " + e.rule()));
    wrappedContent(fold(e.span().in(content)));
  }

  private void show(Position p, String content) {
    String who = p.speaker() == null ? "unnamed" : name(p.speaker());
    out.println(
        "   · " + style.source(who) + "  " + p.side().word() + style.dim(", by " + p.rule()));
    wrappedContent(fold(p.topic().in(content)));
  }

  private void show(Announcement a, String content) {
    String who = String.join(", ", a.participants().stream().map(TerminalView::name).toList());
    String where = a.place().isEmpty() ? "" : " in " + fold(a.place());
    String when = a.date() == null ? ", no date" : ", " + days(a.date());
    out.println("   · " + style.event(who) + "  " + a.type().name() + where + style.dim(when));
    wrappedContent(fold(a.evidence().getFirst().in(content)));
  }

  private static String days(DateRange range) {
    return range.from().equals(range.to())
        ? range.from().toString()
        : range.from() + " to " + range.to();
  }

  private void show(Figure f, String content) {
    String bound = f.bound().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    String range =
        f.low() == f.high() ? number(f.low()) : number(f.low()) + " to " + number(f.high());
    out.println(
        "   · "
            + f.measure().name().toLowerCase(java.util.Locale.ROOT)
            + ": "
            + bound
            + " "
            + range
            + " "
            + f.unit());
    wrappedContent(fold(f.span().in(content)));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(java.util.Locale.ROOT, "%,d", (long) value)
        : String.valueOf(value);
  }

  private static String when(Event e) {
    return e.date() == null ? "" : ", " + days(e.date());
  }

  private static String who(@Nullable Participant participant) {
    return participant == null ? "nobody named" : name(participant.actor());
  }

  private static String name(Actor actor) {
    String place =
        actor.country().isEmpty() || actor.kind() == Actor.Kind.STATE
            ? ""
            : " (" + actor.country() + ")";
    return fold(actor.name()) + place;
  }

  private void wrappedContent(String text) {
    for (String line : lines(text, WIDTH - 5)) {
      out.println("     " + style.content(line));
    }
  }

  private void wrapped(String margin, String text) {
    String indent = margin;
    for (String line : lines(text, WIDTH - margin.length())) {
      out.println(indent + line);
      indent = " ".repeat(margin.length());
    }
  }

  static List<String> lines(String text, int width) {
    List<String> lines = new java.util.ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  static String fold(String text) {
    return Objects.requireNonNull(text).replaceAll("\\s+", " ").strip();
  }
}
