package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.entente.actor.Actor;
import org.entente.store.StoredAnnouncement;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.entente.store.StoredStatement;
import org.entente.store.StoredStory;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** Shows what a store answers: each with its day, outlet and the words behind it. */
final class StoreView {
  private static final int SHOWN = 160;
  private static final int BEFORE = 60;

  private final PrintWriter out;
  private final Style style;

  StoreView(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** An article, with the words around the first that was looked for. */
  void show(StoredArticle article, String content, String words) {
    head(article);
    String body = article.span().in(content);
    int at = place(body, words);
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(body.length(), from + SHOWN);
    out.println(
        "   "
            + (from > 0 ? "… " : "")
            + style.content(TerminalView.fold(body.substring(from, to)))
            + (to < body.length() ? " …" : ""));
  }

  private static int place(String body, String words) {
    String first = words.replace('"', ' ').strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
    return Math.max(0, first.isEmpty() ? 0 : body.toLowerCase(Locale.ROOT).indexOf(first));
  }

  /** Events under the heads of their articles. */
  void show(List<StoredEvent> events) {
    long last = -1;
    for (StoredEvent event : events) {
      if (event.article().id() != last) {
        head(event.article());
      }
      last = event.article().id();
      show(event);
    }
  }

  void show(StoredEvent event) {
    String when = event.day() == null ? "no day" : event.day().toString();
    out.println(
        "   · "
            + style.event(name(event.source()) + " → " + name(event.target()))
            + "  "
            + event.type().code()
            + " "
            + event.type().name()
            + "  "
            + style.dim(
                event.status().word() + ", " + when + ", rule " + event.rule() + verdict(event)));
    out.println("     " + style.content(TerminalView.fold(event.exact())));
  }

  private static String verdict(StoredEvent event) {
    return event.verdict() == null
        ? ""
        : ", " + event.verdict().name().toLowerCase(Locale.ROOT) + " by a person";
  }

  /** Statements under the heads of their articles. */
  void showSaid(List<StoredStatement> statements) {
    long last = -1;
    for (StoredStatement statement : statements) {
      if (statement.article().id() != last) {
        head(statement.article());
      }
      last = statement.article().id();
      Actor speaker = statement.speaker();
      String office = speaker == null || speaker.office().isEmpty() ? "" : ", " + speaker.office();
      String whom = statement.addressee() == null ? "" : " to " + name(statement.addressee());
      out.println(
          "   · "
              + style.source(name(speaker) + office + whom)
              + "  "
              + style.dim(
                  statement.status().word()
                      + ", "
                      + statement.kind().name().toLowerCase(Locale.ROOT)));
      out.println("     " + style.content(TerminalView.fold(statement.exact())));
    }
  }

  void show(StoredAnnouncement a) {
    String who = String.join(", ", a.participants().stream().map(StoreView::name).toList());
    String where = a.place().isEmpty() ? "" : " in " + TerminalView.fold(a.place());
    String became =
        a.outcomeDay() == null ? a.outcome().word() : a.outcome().word() + " on " + a.outcomeDay();
    out.println(
        style.bold(days(a.date()))
            + "  "
            + style.event(who)
            + "  "
            + a.type().name()
            + where
            + "  "
            + style.dim(became));
    out.println(
        "   "
            + style.content(TerminalView.fold(a.exact()))
            + style.dim("  " + source(a.article())));
  }

  void head(StoredArticle article) {
    String headline = article.headline();
    out.println(
        style.bold(headline == null ? "headline missing" : TerminalView.fold(headline))
            + style.dim("  " + source(article) + story(article)));
  }

  private static String story(StoredArticle article) {
    String story = article.story() == null ? "" : " · story " + article.story();
    return story + (article.copyOf() == null ? "" : " · copy");
  }

  /** A story with who reports it, who acts in it, and its articles. */
  void show(StoredStory story) {
    long copies = story.copies();
    String size =
        count(story.articles().size(), "article")
            + (copies == 0 ? "" : ", " + count(copies, "of them a copy", "of them copies"));
    out.println(
        style.bold(
                story.headline().isEmpty()
                    ? "headline missing"
                    : TerminalView.fold(story.headline()))
            + style.dim("  story " + story.id() + " · " + size));
    if (!story.actors().isEmpty()) {
      out.println(
          "   "
              + style.event(String.join(", ", story.actors()))
              + "  "
              + String.join(" ", story.codes()));
    }
    for (StoredArticle article : story.articles()) {
      String headline = article.headline();
      out.println(
          "   · "
              + style.dim(source(article) + (article.copyOf() == null ? "" : " · copy"))
              + (headline == null ? "" : "  " + TerminalView.fold(headline)));
    }
  }

  private static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  private static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  private static String source(StoredArticle article) {
    String outlet = article.outlet() == null ? "outlet missing" : article.outlet();
    LocalDate day = article.day();
    return outlet + " · " + (day == null ? "date missing" : day.toString());
  }

  static String days(@Nullable DateRange range) {
    return range == null
        ? "no date"
        : range.from().equals(range.to())
            ? range.from().toString()
            : range.from() + " to " + range.to();
  }

  static String name(@Nullable Actor actor) {
    if (actor == null) {
      return "nobody named";
    }
    boolean plain = actor.country().isEmpty() || actor.kind() == Actor.Kind.STATE;
    return TerminalView.fold(actor.name()) + (plain ? "" : " (" + actor.country() + ")");
  }
}
