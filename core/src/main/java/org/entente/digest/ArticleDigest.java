package org.entente.digest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.Reading;
import org.entente.actor.Mention;
import org.entente.article.Article;
import org.entente.event.Announcement;
import org.entente.event.Announcements;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.parse.ParsedArticle;
import org.entente.relation.ActorKey;
import org.entente.relation.Pair;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.story.Sketch;
import org.entente.story.StoryArticle;
import org.entente.story.StoryReader;
import org.entente.story.TermVector;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an article. Immutable.
 *
 * @param article its head and paragraphs
 * @param day for which it counts
 * @param dayRule where the day comes from
 * @param sentences how many were read
 * @param terms its telling words
 * @param sketch a sample of its wording
 * @param named in how many of its sentences two actors are named together
 * @param statements who said what
 * @param events who did what to whom
 * @param figures how many of what
 * @param positions who takes which side
 */
public record ArticleDigest(
    Article article,
    @Nullable LocalDate day,
    String dayRule,
    int sentences,
    TermVector terms,
    Sketch sketch,
    List<Named> named,
    List<Statement> statements,
    List<Event> events,
    List<Figure> figures,
    List<Position> positions) {
  public ArticleDigest {
    named = List.copyOf(named);
    statements = List.copyOf(statements);
    events = List.copyOf(events);
    figures = List.copyOf(figures);
    positions = List.copyOf(positions);
  }

  /** Made when the first article is read. */
  private static final class Stories {
    static final StoryReader READER = new StoryReader();

    private Stories() {}
  }

  /**
   * Two actors that sentences name together.
   *
   * @param first the lower key
   * @param second the higher key
   * @param sentences how many
   */
  public record Named(String first, String second, int sentences) {}

  /** What is kept of an article that was just read. */
  public static ArticleDigest of(Reading.ArticleReading read) {
    ParsedArticle parsed = read.parsed();
    StoryArticle story = Stories.READER.read(0, parsed);
    return new ArticleDigest(
        parsed.article(),
        parsed.day(),
        parsed.dayRule(),
        parsed.sentences().size(),
        story.terms(),
        story.sketch(),
        named(read),
        read.statements(),
        read.events(),
        read.figures(),
        read.positions());
  }

  /** What stories compare it by, under its key. */
  public StoryArticle story(long id) {
    return new StoryArticle(id, day, terms, sketch);
  }

  /** What the events say is to come. */
  public List<Announcement> announcements() {
    return Announcements.of(events, day);
  }

  private static List<Named> named(Reading.ArticleReading read) {
    Map<Integer, TreeSet<String>> bySentence = new TreeMap<>();
    for (Mention mention : read.mentions().all()) {
      String key = ActorKey.of(mention.actor());
      if (!key.isEmpty()) {
        bySentence.computeIfAbsent(mention.sentence(), s -> new TreeSet<>()).add(key);
      }
    }
    Map<Pair, Integer> pairs = new TreeMap<>();
    for (TreeSet<String> keys : bySentence.values()) {
      for (String first : keys) {
        keys.tailSet(first, false)
            .forEach(other -> pairs.merge(new Pair(first, other), 1, Integer::sum));
      }
    }
    return pairs.entrySet().stream()
        .map(e -> new Named(e.getKey().first(), e.getKey().second(), e.getValue()))
        .toList();
  }
}
