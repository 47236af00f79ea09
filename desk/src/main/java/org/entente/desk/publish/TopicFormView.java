package org.entente.desk.publish;

import java.util.List;
import org.entente.store.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Where editors make and change topics.
 *
 * @param topic that is changed, or null for a new one
 * @param topics all, by title
 * @param known tags of published reviews, the commonest first
 * @param said what has just been done, or ""
 */
public record TopicFormView(
    @Nullable Topic topic, List<Topic> topics, List<String> known, String said) {
  public TopicFormView {
    topics = List.copyOf(topics);
    known = List.copyOf(known);
  }

  public String title() {
    return topic == null ? "" : topic.says().title();
  }

  public String lead() {
    return topic == null ? "" : topic.says().lead();
  }

  /** As they are typed, with commas between. */
  public String tags() {
    return topic == null ? "" : String.join(", ", topic.says().tags());
  }
}
