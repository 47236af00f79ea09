package org.entente.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds a data package against the rules of its format: the description against a schema that lies
 * beside it, and each file against its description.
 */
final class DataPackageRules {
  private final Path folder;
  private final JsonNode described;
  private int cells;

  private DataPackageRules(Path folder, JsonNode described) {
    this.folder = folder;
    this.described = described;
  }

  /**
   * Checks all of it.
   *
   * @return how many cells of tables were read
   * @throws AssertionError at the first thing that is not as the rules say
   */
  static int check(Path folder) throws Exception {
    String text = Files.readString(folder.resolve("datapackage.json"));
    assertDescribed(text);
    DataPackageRules rules = new DataPackageRules(folder, new JsonMapper().readTree(text));
    rules.files();
    return rules.cells;
  }

  /** The description alone. */
  static void assertDescribed(String description) throws IOException {
    ValidatorFactory factory = new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory());
    Validator.Result result = factory.validate(schema(), description);
    assertThat(result.getErrors().stream().map(e -> e.getInstanceLocation() + " " + e.getError()))
        .isEmpty();
  }

  private static String schema() throws IOException {
    try (InputStream in = DataPackageRules.class.getResourceAsStream("data-package.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void files() throws Exception {
    Set<String> names = new HashSet<>();
    Set<String> paths = new HashSet<>(Set.of("datapackage.json", "SHA256SUMS"));
    for (JsonNode resource : described.get("resources")) {
      assertThat(names.add(resource.get("name").asString())).as("stands once").isTrue();
      assertThat(paths.add(resource.get("path").asString())).as("stands once").isTrue();
      file(resource);
      if (resource.has("schema")) {
        table(resource);
      }
    }
    for (JsonNode licence : described.findValues("licenses")) {
      licence.findValuesAsString("path").forEach(p -> assertThat(folder.resolve(p)).exists());
    }
    assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(paths);
  }

  private void file(JsonNode resource) throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve(resource.get("path").asString()));
    assertThat(bytes).hasSize(resource.get("bytes").asInt());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat("sha256:" + HexFormat.of().formatHex(digest))
        .isEqualTo(resource.get("hash").asString());
  }

  private void table(JsonNode resource) throws Exception {
    String name = resource.get("name").asString();
    List<JsonNode> fields = new ArrayList<>();
    resource.at("/schema/fields").forEach(fields::add);
    List<String> named = fields.stream().map(f -> f.get("name").asString()).toList();
    List<List<String>> rows = rows(resource);
    assertThat(rows.getFirst()).as(name).isEqualTo(named).doesNotHaveDuplicates();
    List<Integer> key = new ArrayList<>();
    resource.at("/schema/primaryKey").forEach(k -> key.add(named.indexOf(k.asString())));
    assertThat(key).as("the key of " + name + " is of its columns").doesNotContain(-1);
    Set<List<String>> keys = new HashSet<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      assertThat(row).as(name).hasSameSizeAs(fields);
      for (int i = 0; i < fields.size(); i++) {
        cell(resource, fields.get(i), row.get(i));
      }
      assertThat(keys.add(key.stream().map(row::get).toList())).as(name + " " + row).isTrue();
    }
  }

  private List<List<String>> rows(JsonNode resource) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(resource.get("path").asString()));
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    String end = resource.at("/dialect/lineTerminator").asString();
    String between = resource.at("/dialect/delimiter").asString();
    assertThat(text).endsWith(end).doesNotContain("\"");
    return Arrays.stream(text.split(end)).map(l -> List.of(l.split(between, -1))).toList();
  }

  private void cell(JsonNode resource, JsonNode field, String cell) {
    cells++;
    boolean missing = false;
    for (JsonNode value : resource.at("/schema/missingValues")) {
      missing |= value.asString().equals(cell);
    }
    if (missing) {
      assertThat(field.at("/constraints/required").asBoolean(false)).as("" + field).isFalse();
      return;
    }
    switch (field.get("type").asString()) {
      case "integer" -> assertThat(cell).as("" + field).matches("[+-]?[0-9]+");
      case "number" ->
          assertThat(cell).as("" + field).matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
      case "date" -> assertThatCode(() -> LocalDate.parse(cell)).doesNotThrowAnyException();
      default -> assertThat(cell.strip()).as("" + field).isNotEmpty();
    }
  }
}
