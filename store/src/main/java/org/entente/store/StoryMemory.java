package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.entente.story.Placement;
import org.entente.story.Reach;
import org.entente.story.StoryArticle;
import org.entente.story.StoryGrouper;
import org.jdbi.v3.core.Handle;

/**
 * The articles that a new one is compared with, kept between transactions: whole days, of which
 * those that were not used for longest are let go when there are too many articles. The database is
 * what counts: before each use the memory catches up with what others added, it loads the days that
 * it lacks, and after a failed transaction it is emptied. So the same order of articles gives the
 * same stories, whoever adds them and however much is held. One writer at a time.
 */
final class StoryMemory {
  /** Bytes for each article, by a measurement of news of {@link StoryGrouper}'s memory. */
  private static final int ARTICLE = 4_000;

  /** A store that is added to in the order of days needs hardly more than these. */
  private static final long FEWEST = 20_000;

  private final StoryGrouper grouper = new StoryGrouper();
  private final Reach reach = new Reach();
  private final HeldDays held = new HeldDays();
  private long most = Math.max(FEWEST, Runtime.getRuntime().maxMemory() / 4 / ARTICLE);
  private boolean undated;
  private long seen = -1;

  /** Another bound than that of the heap; what is compared for an article is held in any case. */
  void hold(long articles) {
    most = articles;
  }

  /** Forgets everything. */
  void clear() {
    grouper.clear();
    reach.clear();
    held.clear();
    undated = false;
    seen = -1;
  }

  /** Where an article belongs among all that were added before it. */
  Placement place(Handle handle, StoryArticle article) {
    StoryRows rows = new StoryRows(handle);
    catchUp(rows);
    LocalDate day = article.day();
    if (day == null) {
      loadUndated(rows);
      return grouper.place(article, 0);
    }
    int within = reach.of(day);
    load(rows, day, within);
    return grouper.place(article, within);
  }

  /** Writes down where an article was placed. */
  void keep(Handle handle, StoryArticle article, Placement placement) {
    new StoryRows(handle).write(article);
    remember(new StoryRows.Row(article, placement, true));
  }

  /** Nothing becomes a copy of this article any more. */
  void retire(long article) {
    grouper.retire(article);
  }

  /** What repeats one of the older articles repeats another from now on. */
  void follow(List<Long> older, long original) {
    older.forEach(grouper::retire);
    grouper.follow(new HashSet<>(older), original);
  }

  private void catchUp(StoryRows rows) {
    if (seen < 0) {
      rows.counts().forEach(reach::add);
      seen = rows.last();
    } else {
      rows.after(seen).forEach(this::remember);
    }
  }

  private void remember(StoryRows.Row row) {
    LocalDate day = row.article().day();
    if (day == null ? undated : held.hold(day.toEpochDay())) {
      keep(row);
    }
    if (day != null) {
      reach.add(day);
    }
    seen = Math.max(seen, row.article().id());
  }

  private void keep(StoryRows.Row row) {
    grouper.keep(row.article(), row.placement(), row.living());
    LocalDate day = row.article().day();
    if (day != null) {
      held.add(day.toEpochDay());
    }
  }

  private void loadUndated(StoryRows rows) {
    if (!undated) {
      rows.undated().forEach(this::keep);
      undated = true;
    }
  }

  /** Loads the days that are compared and not held, those that follow one another at once. */
  private void load(StoryRows rows, LocalDate day, int within) {
    List<Long> run = new ArrayList<>();
    reach
        .days(day, within)
        .forEach(d -> {
          if (!held.use(d)) {
            run.add(d);
          } else {
            load(rows, run);
          }
        });
    load(rows, run);
    held.begin(day.toEpochDay());
    held.letGo(most, day.minusDays(within).toEpochDay(), day.plusDays(within).toEpochDay())
        .forEach(d -> grouper.forget(LocalDate.ofEpochDay(d)));
  }

  private void load(StoryRows rows, List<Long> run) {
    if (!run.isEmpty()) {
      run.forEach(held::begin);
      rows.between(LocalDate.ofEpochDay(run.getFirst()), LocalDate.ofEpochDay(run.getLast()))
          .forEach(this::keep);
      run.clear();
    }
  }
}
