package org.entente.desk.wire;

import java.util.List;
import org.entente.store.Overview;
import org.jspecify.annotations.Nullable;

/**
 * The wire: what is looked for, and the stories found.
 *
 * @param asked the filters as they were typed
 * @param outlets what can be chosen
 * @param articles how many articles match
 * @param stories those of this page
 * @param earlier address of the next page, or null
 * @param later address of the page before, or null
 */
public record WireView(
    Filters asked,
    List<Overview.Count> outlets,
    int articles,
    List<StoryItem> stories,
    @Nullable String earlier,
    @Nullable String later) {
  public WireView {
    outlets = List.copyOf(outlets);
    stories = List.copyOf(stories);
  }

  /**
   * Filters as typed; empty ones do not restrict.
   *
   * @param words full text
   * @param actor one side
   * @param other the other side of a pair
   * @param code beginning of a CAMEO code
   * @param status status of an event
   * @param outlet who reports
   * @param from first day
   * @param to last day
   */
  public record Filters(
      String words,
      String actor,
      String other,
      String code,
      String status,
      String outlet,
      String from,
      String to) {
    /** Whether anything restricts. */
    public boolean isAny() {
      return !(words + actor + other + code + status + outlet + from + to).isEmpty();
    }
  }
}
