package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Settings;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.time.DateRange;

/**
 * Measures a store on made-up articles: how fast coded articles are added, and how long questions
 * take over many events. Most of the rows are copies of those that were added, laid over other
 * years, so that a million events are there in minutes. Not thread-safe.
 */
public final class StoreBench {
  private static final String[] STATES = {
    "Russia", "The United States", "China", "France", "Turkey", "Iran", "Israel", "Egypt", "Japan",
    "India", "Brazil", "Norway", "Germany", "Jordan", "Qatar", "Lebanon", "Pakistan", "Kenya"
  };
  private static final String[] DID = {
    "condemned",
    "praised",
    "accused",
    "threatened",
    "met envoys of",
    "signed a treaty with",
    "sent aid to",
    "imposed sanctions on",
    "criticised",
    "bombed",
    "rejected demands of"
  };
  private static final String[] ABOUT = {
    "harbour", "grain", "pipeline", "border", "visa", "satellite", "copper", "fishery", "railway",
    "vaccine", "embassy", "canal", "tariff", "reactor", "island", "glacier", "dam", "airport"
  };
  private static final int ROUNDS = 21;

  /** Years that hold the copies; 2013 holds what was added. */
  private static final int FIRST_YEAR = 1700;

  private final Store store;
  private final Entente entente;

  public StoreBench(Store store, Entente entente) {
    this.store = store;
    this.entente = entente;
  }

  /**
   * How long something took.
   *
   * @param wall seconds by the clock, which a busy machine lengthens
   * @param cpu seconds of this thread on a core, which it does not; a server's own are not in it
   */
  public record Taken(double wall, double cpu) implements Comparable<Taken> {
    private static Taken by(Runnable work) {
      var threads = java.lang.management.ManagementFactory.getThreadMXBean();
      long cpu = threads.getCurrentThreadCpuTime();
      long wall = System.nanoTime();
      work.run();
      return new Taken(
          (System.nanoTime() - wall) / 1e9, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
    }

    private Taken plus(Taken other) {
      return new Taken(wall + other.wall, cpu + other.cpu);
    }

    @Override
    public int compareTo(Taken other) {
      return Double.compare(cpu, other.cpu);
    }
  }

  /**
   * Adds made-up articles of 2013 that are coded beforehand; what adding alone took.
   *
   * @param first number of the first; those of one number are the same in every store
   */
  public Taken add(int first, int articles) {
    SplittableRandom random = new SplittableRandom(1 + first);
    Taken all = new Taken(0, 0);
    int end = first + articles;
    for (int i = first; i < end; i += 1000) {
      List<Reading> readings = new ArrayList<>();
      for (int k = i; k < Math.min(end, i + 1000); k++) {
        readings.add(entente.read(article(k, random)));
      }
      all = all.plus(Taken.by(() -> readings.forEach(r -> store.add(r, "bench"))));
    }
    return all;
  }

  private static Document article(int number, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      String topic =
          pick(ABOUT, random) + " of " + name(random) + " and the " + pick(ABOUT, random);
      text.append(pick(STATES, random)).append(' ').append(pick(DID, random)).append(' ');
      text.append(pick(STATES, random).replace("The ", "the ")).append(" over the ");
      text.append(topic).append(". ");
    }
    LocalDate day = LocalDate.of(2013, 1, 1).plusDays(random.nextInt(365));
    Metadata head =
        new Metadata(
            "The " + pick(ABOUT, random) + " of " + name(random), null, "Bench", null, day, "en");
    return Document.plain("bench-" + number, text.toString(), head);
  }

  private static String pick(String[] words, SplittableRandom random) {
    return words[random.nextInt(words.length)];
  }

  /** A name that hardly comes twice, so that articles are no near copies of one another. */
  private static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      name.append("aeiou".charAt(random.nextInt(5)));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * Lays copies of all rows over earlier years until there are so many events.
   *
   * @return events in the store
   */
  public long grow(long events) {
    long there = count();
    for (int year = FIRST_YEAR; count() + there <= events + there / 2; year++) {
      int next = year;
      store.write(h -> new BenchCopies(h, store.location().dialect()).copy(next));
    }
    store.write(h -> h.execute("DELETE FROM days"));
    store.write(h ->
        h.execute(
            "INSERT INTO days (day, articles, sentences) SELECT day, COUNT(*), SUM(sentences) FROM"
                + " articles WHERE live = 1 AND copy_of IS NULL AND day IS NOT NULL GROUP BY day"));
    store.read(h -> h.execute("ANALYZE"));
    return count();
  }

  private long count() {
    return store.read(h -> h.createQuery("SELECT COUNT(*) FROM events").mapTo(Long.class).one());
  }

  /** Bytes that the database takes. */
  public long size() {
    String sql =
        store.location().dialect() == Dialect.SQLITE
            ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
            : "SELECT pg_database_size(current_database())";
    return store.read(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  /** What each question takes once it is warm: the median by the core's time. */
  public Map<String, Taken> questions() {
    ActorKey russia = ActorKey.parse("RUS");
    ActorKey america = ActorKey.parse("USA");
    LocalDate on = LocalDate.of(2013, 5, 7);
    Answer.Asked asked =
        new Answer.Asked(Grain.WEEK, LocalDate.of(2012, 1, 1), on, Exposure.ARTICLES);
    Answer.Asked all =
        new Answer.Asked(Grain.WEEK, LocalDate.of(FIRST_YEAR, 1, 1), on, Exposure.ARTICLES);
    DateRange week = new DateRange(LocalDate.of(2013, 5, 6), LocalDate.of(2013, 5, 12));
    Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
    questions.put(
        "page of a pair: answer, evidence, sides",
        () ->
            List.of(
                store.answer(russia, america, asked, Settings.of(Grain.WEEK)),
                store.evidence(russia, america, week),
                store.positions(russia, week.from(), week.to()),
                store.positions(america, week.from(), week.to())));
    questions.put(
        "the same from the first day on",
        () -> store.answer(russia, america, all, Settings.of(Grain.WEEK)));
    questions.put("full text, a common word", () -> store.articles(words("harbour")));
    questions.put("full text, two words", () -> store.articles(words("harbour glacier")));
    questions.put("full text, a phrase", () -> store.articles(words("\"imposed sanctions\"")));
    questions.put(
        "events of two actors", () -> store.events(Query.ALL.withActors(List.of(russia, america))));
    questions.put(
        "watch of a week", () -> store.watch(asked, Settings.of(Grain.WEEK), 0.05).tested());
    Map<String, Taken> medians = new LinkedHashMap<>();
    questions.forEach((name, question) -> medians.put(name, median(question)));
    return medians;
  }

  private static Query words(String words) {
    return Query.ALL.withWords(words);
  }

  private static Taken median(Supplier<Object> question) {
    Taken[] taken = new Taken[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      taken[i] =
          Taken.by(() -> {
            if (question.get() == null) {
              throw new IllegalStateException("a question was not answered");
            }
          });
    }
    Arrays.sort(taken);
    return taken[ROUNDS / 2];
  }
}
