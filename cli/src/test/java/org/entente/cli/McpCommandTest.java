package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Rarity;
import org.entente.relation.Settings;
import org.entente.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process of its own, asked over its standard input and output. */
class McpCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private static Path folder;
  private static Path chronicle;

  @BeforeAll
  static void addTheChronicle() throws Exception {
    chronicle = Programs.chronicle(folder);
  }

  private static McpSyncClient client() {
    List<String> command = Programs.own("mcp", "--store", chronicle.toString());
    ServerParameters process =
        ServerParameters.builder(command.getFirst())
            .args(command.subList(1, command.size()))
            .build();
    return McpClient.sync(new StdioClientTransport(process, McpJsonDefaults.getMapper()))
        .requestTimeout(Duration.ofSeconds(60))
        .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(""))
        .build();
  }

  @Test
  void aClientAsksTheProcess() {
    try (McpSyncClient client = client()) {
      client.initialize();
      assertThat(client.listTools().tools()).hasSize(5);
      CallToolResult answer =
          client.callTool(
              new CallToolRequest(
                  "rarity", Map.of("one", "RUS", "other", "USA", "on", "2013-05-07")));
      JsonNode rarity =
          JSON.readTree(((TextContent) answer.content().getFirst()).text()).get("agreement");
      Rarity expected = expected();
      assertThat(rarity.get("verdict").asString())
          .isEqualTo(expected.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      assertThat(rarity.get("events").asInt()).isEqualTo(expected.bin().events()).isPositive();
      assertThat(rarity.get("n").asInt()).isEqualTo(expected.past());
      assertThat(rarity.get("nRead").asInt()).isEqualTo(expected.covered()).isGreaterThan(50);
      assertThat(rarity.get("inWords").asString()).isEqualTo(expected.words());
      for (CallToolRequest asked :
          List.of(
              new CallToolRequest("search", Map.of("words", "talks")),
              new CallToolRequest("pair", Map.of("one", "RUS", "other", "USA")),
              new CallToolRequest("said", Map.of("speaker", "Lavrov")),
              new CallToolRequest("evidence", Map.of("id", 1)))) {
        CallToolResult told = client.callTool(asked);
        assertThat(told.isError()).as(asked.name()).isNotEqualTo(true);
        assertThat(((TextContent) told.content().getFirst()).text())
            .as(asked.name())
            .contains("\"untrusted\":\"⟦")
            .contains("⟧\"");
      }
    }
  }

  private static Rarity expected() {
    try (Store store = Store.existing(chronicle.toString())) {
      LocalDate first = store.days().orElseThrow().from();
      LocalDate day = LocalDate.of(2013, 5, 7);
      return store
          .answer(
              ActorKey.parse("RUS"),
              ActorKey.parse("USA"),
              new Answer.Asked(Grain.WEEK, first, day, Exposure.ARTICLES),
              Settings.of(Grain.WEEK))
          .agreement();
    }
  }

  /** Questions that are written at once, and an input that ends: all are answered, then it ends. */
  @Test
  void onlyTheProtocolIsWritten() throws Exception {
    Process process =
        new ProcessBuilder(Programs.own("mcp", "--store", chronicle.toString())).start();
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"said\","
            + "\"arguments\":{\"speaker\":\"Lavrov\"}}}%n";
    StringBuilder asked =
        new StringBuilder(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
                + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
    for (int id = 2; id < 12; id++) {
      asked.append(call.formatted(id));
    }
    try (var in = process.getOutputStream()) {
      in.write(asked.toString().getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    List<JsonNode> lines = out.lines().map(l -> (JsonNode) JSON.readTree(l)).toList();
    assertThat(lines).hasSize(11).allMatch(l -> l.get("jsonrpc").asString().equals("2.0"));
    assertThat(lines.getLast().toString()).contains("⟦");
  }

  @Test
  void aStoreThatIsNotThereIsSaidOnStandardError() throws Exception {
    Process process =
        new ProcessBuilder(Programs.own("mcp", "--store", folder.resolve("no.db").toString()))
            .start();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.waitFor()).isEqualTo(Exit.STORE);
    assertThat(err.lines()).hasSize(1).allMatch(l -> l.contains("entente add"));
  }
}
