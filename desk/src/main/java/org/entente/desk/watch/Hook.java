package org.entente.desk.watch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.store.StoredWatch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of a webhook, signed as Standard Webhooks 1 wants it (standardwebhooks.com): HMAC-SHA256
 * over {@code id.timestamp.body}. A repeated attempt keeps its id, so that a receiver can tell.
 *
 * @param body JSON in UTF-8
 * @param headers with the signature
 */
record Hook(byte[] body, Map<String, String> headers) {
  /**
   * @param items what was found, with their paths turned into addresses
   */
  static Hook of(
      StoredWatch.Sending sending, StoredWatch watch, List<StoredWatch.Item> items, Instant now) {
    byte[] body = body(watch, items, now);
    String id = "sending-" + sending.id();
    String moment = String.valueOf(now.getEpochSecond());
    return new Hook(
        body,
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", moment,
            "webhook-signature", "v1," + signature(watch.to().secret(), id + "." + moment, body)));
  }

  private static byte[] body(StoredWatch watch, List<StoredWatch.Item> items, Instant now) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("type", "watch.found").put("timestamp", now.toString());
    ObjectNode data = root.putObject("data");
    data.put("watch", watch.name());
    ArrayNode list = data.putArray("items");
    for (StoredWatch.Item item : items) {
      ObjectNode one = list.addObject();
      one.put("title", item.title()).put("summary", item.summary());
      one.put("url", item.path());
      one.put("day", item.day() == null ? null : item.day().toString());
      one.put("found", item.found().toString());
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String signature(String secret, String prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      mac.update((prefix + ".").getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
