package org.entente.store;

import java.time.LocalDate;
import java.util.List;
import org.entente.story.Placement;
import org.entente.story.Reach;
import org.entente.story.StoryArticle;
import org.entente.story.StoryGrouper;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The articles that a new one is compared with, kept between transactions. The database is what
 * counts: before each use the memory catches up with what others added, it loads the days that it
 * lacks, and after a failed transaction it is emptied. So the same order of articles gives the same
 * stories, whoever adds them. One writer at a time.
 */
final class StoryMemory {
  private final StoryGrouper grouper = new StoryGrouper();
  private final Reach reach = new Reach();
  private @Nullable Days loaded;
  private boolean undated;
  private long seen = -1;

  /** Days from first to last. */
  private record Days(LocalDate first, LocalDate last) {
    static Days around(LocalDate day, int reach) {
      return new Days(day.minusDays(reach), day.plusDays(reach));
    }

    boolean touches(Days other) {
      return !first.isAfter(other.last.plusDays(1)) && !last.isBefore(other.first.minusDays(1));
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    Days with(Days other) {
      return new Days(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  /** Forgets everything. */
  void clear() {
    grouper.clear();
    reach.clear();
    loaded = null;
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
    int days = reach.of(day);
    load(rows, Days.around(day, days));
    return grouper.place(article, days);
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
    if (day != null) {
      reach.add(day);
    }
    boolean held = day == null ? undated : loaded != null && loaded.holds(day);
    if (held) {
      keep(row);
    }
    seen = Math.max(seen, row.article().id());
  }

  private void keep(StoryRows.Row row) {
    grouper.keep(row.article(), row.placement(), row.living());
  }

  private void loadUndated(StoryRows rows) {
    if (!undated) {
      rows.undated().forEach(this::keep);
      undated = true;
    }
  }

  private void load(StoryRows rows, Days wanted) {
    Days held = loaded;
    if (held == null || !held.touches(wanted)) {
      if (held != null) {
        grouper.retain(wanted.first(), wanted.last());
      }
      keep(rows.between(wanted.first(), wanted.last()));
      loaded = wanted;
      return;
    }
    if (wanted.first().isBefore(held.first())) {
      keep(rows.between(wanted.first(), held.first().minusDays(1)));
    }
    if (wanted.last().isAfter(held.last())) {
      keep(rows.between(held.last().plusDays(1), wanted.last()));
    }
    loaded = held.with(wanted);
    if (grouper.isFull() && !wanted.equals(loaded)) {
      grouper.retain(wanted.first(), wanted.last());
      loaded = wanted;
    }
  }

  private void keep(List<StoryRows.Row> rows) {
    rows.forEach(this::keep);
  }
}
