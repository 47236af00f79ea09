package org.entente.desk.publish;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Feeds as JSON Feed 1.1 (jsonfeed.org). Pure functions. */
final class FeedJson {
  private FeedJson() {}

  static String of(Feed feed) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("version", "https://jsonfeed.org/version/1.1");
    json.put("title", feed.title());
    json.put("description", feed.about());
    json.put("home_page_url", feed.home());
    json.put("feed_url", feed.self() + ".json");
    ArrayNode items = json.putArray("items");
    feed.items().forEach(i -> item(items.addObject(), i));
    return json.toString();
  }

  private static void item(ObjectNode json, Feed.Item item) {
    json.put("id", item.id());
    json.put("url", item.link());
    json.put("title", item.title());
    json.put("content_html", item.html());
    json.put("date_published", item.published().toString());
    json.put("date_modified", item.changed().toString());
    json.putArray("authors").addObject().put("name", item.author());
    if (!item.tags().isEmpty()) {
      item.tags().forEach(json.putArray("tags")::add);
    }
  }
}
