package org.entente.desk.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of a tool, as {@code tools.json} holds it. The same words bind: {@link Arguments}
 * are held against the schema.
 *
 * @param name what it is called by
 * @param title for people
 * @param description for whoever chooses a tool
 * @param inputSchema its arguments as JSON Schema
 */
record ToolSheet(String name, String title, String description, Map<String, Object> inputSchema) {
  /** All tools. */
  static List<ToolSheet> all() {
    try (InputStream in = ToolSheet.class.getResourceAsStream("tools.json")) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks tools.json");
      }
      return new JsonMapper().readValue(in, new TypeReference<List<ToolSheet>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
