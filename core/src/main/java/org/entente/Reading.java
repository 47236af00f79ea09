package org.entente;

import java.util.List;
import org.entente.actor.Mentions;
import org.entente.article.Contents;
import org.entente.event.Announcement;
import org.entente.event.Announcements;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.parse.ParsedArticle;
import org.entente.source.Document;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.text.Problem;

/**
 * What one document says.
 *
 * @param document what was read
 * @param contents its articles, commentary and furniture
 * @param articles what each article says, in reading order
 * @param problems what was wrong, with its place
 */
public record Reading(
    Document document, Contents contents, List<ArticleReading> articles, List<Problem> problems) {
  public Reading {
    articles = List.copyOf(articles);
    problems = List.copyOf(problems);
  }

  /**
   * What one article says.
   *
   * @param parsed the article and its sentences
   * @param mentions who is named in it
   * @param statements who said what
   * @param events who did what to whom
   * @param figures how many of what
   * @param positions who takes which side on what
   */
  public record ArticleReading(
      ParsedArticle parsed,
      Mentions mentions,
      List<Statement> statements,
      List<Event> events,
      List<Figure> figures,
      List<Position> positions) {
    public ArticleReading {
      statements = List.copyOf(statements);
      events = List.copyOf(events);
      figures = List.copyOf(figures);
      positions = List.copyOf(positions);
    }

    /** What the events say is to come. */
    public List<Announcement> announcements() {
      return Announcements.of(events, parsed.day());
    }
  }

  /** The statements of all articles. */
  public List<Statement> statements() {
    return articles.stream().flatMap(a -> a.statements().stream()).toList();
  }

  /** The events of all articles. */
  public List<Event> events() {
    return articles.stream().flatMap(a -> a.events().stream()).toList();
  }

  /** The positions of all articles. */
  public List<Position> positions() {
    return articles.stream().flatMap(a -> a.positions().stream()).toList();
  }

  /** What the events of all articles say is to come; one announced twice is one. */
  public List<Announcement> announcements() {
    return Announcements.joined(articles.stream().map(ArticleReading::announcements).toList());
  }

  /** The figures of all articles. */
  public List<Figure> figures() {
    return articles.stream().flatMap(a -> a.figures().stream()).toList();
  }
}
