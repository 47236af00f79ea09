package org.entente.desk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.entente.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions as lines, written by hand. */
@Timeout(60)
class McpStreamsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BEGIN =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir private Path folder;

  private List<JsonNode> answers(String questions) throws InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Store store = Store.open(folder.resolve("store.db").toString())) {
      byte[] asked = (BEGIN + questions).getBytes(StandardCharsets.UTF_8);
      McpStreams.serve(store, new ByteArrayInputStream(asked), out);
    }
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .map(l -> (JsonNode) JSON.readTree(l))
        .toList();
  }

  /** Each used to end the conversation without a word. */
  @Test
  void whatIsNoQuestionIsRefusedAndTheNextOneAnswered() throws Exception {
    String words = "x".repeat(2 * McpStreams.LONGEST);
    String long1 =
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"words\":\"%s\"}}}\n"
            .formatted(words);
    String long2 =
        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"},\"id\":7}\n"
            .formatted(words);
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}\n";
    List<JsonNode> answers = answers(long1 + long2 + "{not json}\n\n[]\n5\n{}\n" + ping);
    List<JsonNode> refused = answers.stream().filter(a -> a.has("error")).toList();
    assertThat(refused).extracting(a -> a.get("id").toString()).contains("\"a\\\"b\"", "null");
    assertThat(refused.getFirst().at("/error/message").asString())
        .isEqualTo("A question has at most 1048576 bytes; ask for less.");
    assertThat(answers)
        .hasSize(8)
        .anySatisfy(a -> {
          assertThat(a.get("id").toString()).isEqualTo("3");
          assertThat(a.has("result")).isTrue();
        });
  }
}
