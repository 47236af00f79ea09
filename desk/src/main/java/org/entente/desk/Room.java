package org.entente.desk;

import java.time.LocalDate;
import org.entente.codebook.Codebook;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Settings;
import org.entente.relation.Watch;
import org.entente.store.ActorWords;
import org.entente.store.Overview;
import org.entente.store.Store;
import org.entente.time.DateRange;

/** What the pages of one desk share: the store, names, and answers that are dear. Thread-safe. */
public final class Room {
  /** One line in twenty of what is rare may be a false alarm in the long run; docs/rarity.md. */
  private static final double FALSE_DISCOVERY = 0.05;

  private static final int ANSWERS = 500;

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
    this.watches = new Kept<>(overview::stamp, ANSWERS);
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

  private Answer.Asked asked(Grain grain, LocalDate on) {
    LocalDate first = days().from();
    return new Answer.Asked(grain, first.isBefore(on) ? first : on, on, Exposure.ARTICLES);
  }

  /** The pairs whose week is rare although many were looked at. */
  public Watch watch(LocalDate on) {
    return watches.get(
        Grain.WEEK.start(on),
        week -> store.watch(asked(Grain.WEEK, on), Settings.of(Grain.WEEK), FALSE_DISCOVERY));
  }
}
