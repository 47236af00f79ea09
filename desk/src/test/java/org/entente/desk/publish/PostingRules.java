package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What search engines ask of the data in a page, as assertions of our own. */
final class PostingRules {
  private PostingRules() {}

  /** What search engines ask of schema.org's BlogPosting. */
  static void blogPosting(String json) {
    JsonNode post = JsonMapper.shared().readTree(json);
    assertThat(post.path("@context").asString()).isEqualTo("https://schema.org");
    assertThat(post.path("@type").asString()).isEqualTo("BlogPosting");
    assertThat(post.path("headline").asString()).isNotEmpty();
    assertThat(post.path("author").path("name").asString()).isNotEmpty();
    moment(post.path("datePublished").asString());
    moment(post.path("dateModified").asString());
    uri(post.path("url").asString());
    assertThat(post.path("commentCount").asInt()).isEqualTo(post.path("comment").size());
    for (JsonNode comment : post.path("comment")) {
      assertThat(comment.path("@type").asString()).isEqualTo("Comment");
      moment(comment.path("dateCreated").asString());
    }
  }

  private static void uri(String text) {
    assertThat(URI.create(text).isAbsolute()).as(text).isTrue();
  }

  private static void moment(String text) {
    assertThat(OffsetDateTime.parse(text)).isNotNull();
  }
}
