package org.entente.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.codebook.Codebook;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Series;
import org.entente.relation.Settings;
import org.entente.relation.Watch;
import org.entente.statement.Status;
import org.entente.store.ActorWords;
import org.entente.store.ErrorRate;
import org.entente.store.Overview;
import org.entente.store.Query;
import org.entente.store.Reviews;
import org.entente.store.Store;
import org.entente.store.WatchedBins;
import org.entente.time.DateRange;
import org.springframework.web.servlet.function.ServerRequest;

/** What the pages of one desk share: the store, names, and answers that are dear. Thread-safe. */
public final class Room {
  /** One line in twenty of what is rare may be a false alarm in the long run; docs/rarity.md. */
  private static final double FALSE_DISCOVERY = 0.05;

  private static final int ANSWERS = 500;

  /** Each with hundreds of pairs. */
  private static final int WEEKS = 50;

  /** Weeks among which the last rare one is looked for: each costs a test of all its pairs. */
  private static final int BACK = 26;

  private final Store store;
  private final Overview overview;
  private final Pages pages;
  private final ActorWords names = new ActorWords();
  private final Codebook codebook = Codebook.load();
  private final Kept<PairAsked, Answer> answers;
  private final Kept<LocalDate, Watch> watches;

  private record PairAsked(ActorKey one, ActorKey other, Answer.Asked asked) {}

  Room(Store store, Pages pages) {
    this.store = store;
    this.overview = new Overview(store);
    this.pages = pages;
    this.answers = new Kept<>(overview::stamp, ANSWERS);
    this.watches = new Kept<>(overview::stamp, WEEKS);
  }

  public Store store() {
    return store;
  }

  public Overview overview() {
    return overview;
  }

  public Pages pages() {
    return pages;
  }

  /** What keys are called, and keys by what they are called. */
  public ActorWords names() {
    return names;
  }

  /** The days of which anything was read; today alone in an empty store. */
  public DateRange days() {
    return store.days().orElseGet(() -> DateRange.on(LocalDate.now(java.time.ZoneOffset.UTC)));
  }

  public Codebook codebook() {
    return codebook;
  }

  /** The key that a reader's words name. */
  public ActorKey actor(String words) {
    return names.key(words, days().to(), store);
  }

  /** How rare a bin is for two, by articles read. */
  public Answer answer(ActorKey one, ActorKey other, Grain grain, LocalDate on) {
    Answer.Asked asked = asked(grain, on);
    return answers.get(
        new PairAsked(one, other, asked), a -> store.answer(one, other, asked, Settings.of(grain)));
  }

  /**
   * The bins that a chart of two shows and those that the test of one needs, in one question.
   *
   * @param until a day of the last bin
   * @param least bins before and with the last that there must be, where so much was read
   */
  public Series series(Two two, LocalDate on, LocalDate until, int least) {
    Grain grain = two.grain();
    Answer.Asked asked = asked(grain, on);
    LocalDate shown = later(grain.plus(grain.start(until), 1 - least), days().from());
    LocalDate since = shown.isBefore(asked.since()) ? shown : asked.since();
    Answer.Asked all = new Answer.Asked(grain, since, on, asked.exposure());
    return store.series(two.one(), two.other(), all, until);
  }

  /** Two actors and the length of a bin. */
  public record Two(ActorKey one, ActorKey other, Grain grain) {}

  /** How rare a bin of a series is. */
  public Answer answer(Series series, LocalDate on) {
    Grain grain = series.grain();
    return Answer.of(series, Settings.of(grain), asked(grain, on));
  }

  /** Bins before the window of the test decide nothing, so that they are not read. */
  private Answer.Asked asked(Grain grain, LocalDate on) {
    LocalDate window = grain.plus(grain.start(on), -Settings.of(grain).window());
    LocalDate since = later(window, days().from());
    return new Answer.Asked(grain, since.isBefore(on) ? since : on, on, Exposure.ARTICLES);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /** How often codings are wrong, as far as people checked them. */
  public ErrorRate errorRate() {
    return new Reviews(store).errorRate();
  }

  /** The last day of the last week in which a pair is rare, in the half year up to a day. */
  public Optional<LocalDate> lastRare(LocalDate on) {
    DateRange read = store.days().orElse(null);
    if (read == null) {
      return Optional.empty();
    }
    LocalDate last = Grain.WEEK.start(read.to().isBefore(on) ? read.to() : on);
    WatchedBins bins = bins(last.minusWeeks(BACK - 1), last);
    for (int i = 0; i < BACK && !last.minusWeeks(i).plusDays(6).isBefore(read.from()); i++) {
      LocalDate end = last.minusWeeks(i).plusDays(6);
      Watch watch = watches.get(last.minusWeeks(i), w -> watch(bins, end));
      if (!watch.lines().isEmpty() || !watch.alone().isEmpty()) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  /** What was counted is read once for all the weeks. */
  private WatchedBins bins(LocalDate first, LocalDate last) {
    DateRange days = new DateRange(asked(Grain.WEEK, first).since(), last.plusDays(6));
    return new WatchedBins(store, Settings.of(Grain.WEEK), days);
  }

  private Watch watch(WatchedBins bins, LocalDate on) {
    return bins.watch(asked(Grain.WEEK, on), FALSE_DISCOVERY);
  }

  /** What an address or a form asks for by words, status, outlet and days, of some actors. */
  public Query view(ServerRequest request, List<String> actors) {
    List<ActorKey> keys = actors.stream().filter(w -> !w.isEmpty()).map(this::actor).toList();
    Asked.Days days = Asked.days(request);
    String outlet = Asked.words(request, "outlet");
    return Query.ALL
        .withWords(Asked.words(request, "words"))
        .withActors(keys)
        .withStatus(Asked.one(request, "status", Status.class).orElse(null))
        .withOutlet(outlet.isEmpty() ? null : outlet)
        .withDays(days.from(), days.to());
  }

  /** The pairs whose week is rare although many were looked at. */
  public Watch watch(LocalDate on) {
    return watches.get(Grain.WEEK.start(on), week -> watch(bins(week, week), on));
  }
}
