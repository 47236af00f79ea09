package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.Fault;
import org.entente.desk.Markdown;
import org.entente.store.Store;
import org.entente.store.Topic;
import org.entente.store.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;

/** The topics that readers see. Thread-safe. */
final class ShownTopics {
  private final Topics topics;
  private final Markdown markdown = new Markdown();

  ShownTopics(Store store) {
    this.topics = new Topics(store);
  }

  static String path(Topic topic) {
    return "/posts/topics/" + topic.address();
  }

  List<Topic> all() {
    return topics.shown();
  }

  /** Those that gather reviews with these tags. */
  List<Topic> of(List<String> tags) {
    return tags.isEmpty() ? List.of() : all().stream().filter(t -> t.gathers(tags)).toList();
  }

  /** The one that an address names; one that is withdrawn says so. */
  Topic asked(ServerRequest request) {
    Topic topic =
        topics
            .byAddress(request.pathVariable("topic"))
            .orElseThrow(() -> Fault.missing("There is no topic at this address."));
    if (topic.withdrawn()) {
      throw new Fault(HttpStatus.GONE, "The topic that stood here was withdrawn by the desk.");
    }
    return topic;
  }

  Markdown markdown() {
    return markdown;
  }
}
