package org.entente;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.entente.actor.ActorFinder;
import org.entente.actor.Mentions;
import org.entente.article.Article;
import org.entente.article.ArticleFinder;
import org.entente.article.Contents;
import org.entente.article.Field;
import org.entente.codebook.Codebook;
import org.entente.event.EventCoder;
import org.entente.event.FigureFinder;
import org.entente.parse.ParsedArticle;
import org.entente.parse.Parser;
import org.entente.parse.Sentence;
import org.entente.parse.TransitionParser;
import org.entente.source.Document;
import org.entente.statement.PositionFinder;
import org.entente.statement.Statement;
import org.entente.statement.StatementFinder;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents: {@code Entente.create().read(document)}.
 *
 * <p>Immutable and thread-safe; create one and share it. The same document always gives the same
 * reading, offline.
 */
public final class Entente {
  private final Parser parser;
  private final ArticleFinder articles = new ArticleFinder();
  private final ActorFinder actors;
  private final StatementFinder statements = new StatementFinder();
  private final EventCoder events;
  private final PositionFinder positions = new PositionFinder();
  private final FigureFinder figures = new FigureFinder();
  private final @Nullable Path own;

  private Entente(Parser parser, @Nullable Path own) {
    this.parser = parser;
    this.own = own;
    this.actors = new ActorFinder(own);
    this.events = new EventCoder(own);
  }

  /**
   * An instance with everything that the project ships.
   *
   * @throws IllegalStateException when the installation lacks a resource
   */
  public static Entente create() {
    return with(TransitionParser.load());
  }

  /**
   * The same with a user's own acts and actors, which come before the shipped ones.
   *
   * @param own folder with any of acts.tsv, people.tsv, organisations.tsv, peoples.tsv, states.tsv,
   *     places.tsv and agents.tsv, in the format of the shipped files; null for none
   * @throws IllegalArgumentException naming file, line and error of all that is wrong in a file
   */
  public static Entente create(@Nullable Path own) {
    return new Entente(TransitionParser.load(), own);
  }

  /** An instance that parses with {@code parser}. */
  public static Entente with(Parser parser) {
    return new Entente(parser, null);
  }

  /**
   * What {@code document} says. Bad data becomes problems of the reading; nothing is thrown for it.
   */
  public Reading read(Document document) {
    Contents contents = articles.find(document);
    List<Reading.ArticleReading> read = new ArrayList<>();
    for (Article article : contents.articles()) {
      read.add(read(parse(document, article, pageDay(contents))));
    }
    return new Reading(document, contents, read, contents.problems());
  }

  /**
   * What one article of a document says, whose place in it is known already.
   *
   * @param day of the article where it bears none itself
   */
  public Reading.ArticleReading read(Document document, Article article, @Nullable LocalDate day) {
    return read(parse(document, article, day));
  }

  /**
   * What coded: changes with every rule, cue and actor, the user's own included. Two readings of
   * one document with equal versions are equal.
   */
  public String version() {
    return Version.of(own);
  }

  /** The codebook in use. */
  public Codebook codebook() {
    return events.codebook();
  }

  /** The events of a single sentence, for rules and their examples. */
  public List<org.entente.event.Event> events(String sentence) {
    return read(Document.plain("sentence", sentence)).events();
  }

  /** What an article says whose sentences are parsed already. */
  Reading.ArticleReading read(ParsedArticle article) {
    Mentions mentions = actors.find(article);
    List<Statement> said = statements.find(article, mentions);
    return new Reading.ArticleReading(
        article,
        mentions,
        said,
        events.code(article, mentions, said),
        figures.find(article, mentions, said),
        positions.find(article, said));
  }

  /** The latest day that an article of the page bears. */
  private static @Nullable LocalDate pageDay(Contents contents) {
    return contents.articles().stream()
        .map(Article::day)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private ParsedArticle parse(Document document, Article article, @Nullable LocalDate pageDay) {
    List<Sentence> sentences = new ArrayList<>();
    List<Integer> paragraphs = new ArrayList<>();
    parse(document, span(article.headline()), ParsedArticle.HEADLINE, sentences, paragraphs);
    parse(document, span(article.standfirst()), ParsedArticle.STANDFIRST, sentences, paragraphs);
    int number = 0;
    for (Span paragraph : article.paragraphs()) {
      parse(document, paragraph, number++, sentences, paragraphs);
    }
    return new ParsedArticle(document, article, sentences, paragraphs, pageDay);
  }

  private void parse(
      Document document,
      @Nullable Span span,
      int paragraph,
      List<Sentence> sentences,
      List<Integer> paragraphs) {
    if (span == null) {
      return;
    }
    for (Sentence sentence : parser.parse(document.content(), span)) {
      sentences.add(sentence);
      paragraphs.add(paragraph);
    }
  }

  private static @Nullable Span span(@Nullable Field field) {
    return field == null ? null : field.span();
  }
}
