package org.entente.desk.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of results that stays small: whoever reads it pays for each character. What does not fit
 * is not lost, {@code next} says where it goes on. Not thread-safe.
 */
final class Listing {
  /** Characters of JSON; some 12,000 tokens of a language model. */
  static final int MOST = 48_000;

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Object> items = new ArrayList<>();
  private final long next;

  private Listing(List<? extends Object> all, long limit, long after) {
    int size = 0;
    for (Object item : all.subList(0, (int) Math.min(limit, all.size()))) {
      size += JSON.writeValueAsString(item).length();
      if (size > MOST && !items.isEmpty()) {
        break;
      }
      items.add(item);
    }
    next = items.size() < all.size() ? after + items.size() : -1;
  }

  /**
   * @param found one more than the limit where there are more
   */
  static <T> Listing of(List<T> found, Function<T, ?> part, long limit, long after) {
    return new Listing(found.stream().map(part).toList(), limit, after);
  }

  /** Puts the items under a name, and {@code next} where there are more. */
  Parts.Part into(Parts.Part answer, String name) {
    answer.put(name, items); // none is an answer too
    return answer.with("next", next < 0 ? null : next);
  }
}
