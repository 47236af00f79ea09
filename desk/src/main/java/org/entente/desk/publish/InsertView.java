package org.entente.desk.publish;

import java.util.List;
import java.util.Map;
import org.entente.store.Post;

/**
 * Something that is to stand in a review.
 *
 * @param block how it would look
 * @param fields that ask for it once more
 * @param drafts reviews that it can go into
 * @param draft the one that is chosen; 0 for none
 */
public record InsertView(
    BlockView block, Map<String, String> fields, List<Post> drafts, long draft) {
  public InsertView {
    fields = Map.copyOf(fields);
    drafts = List.copyOf(drafts);
  }
}
