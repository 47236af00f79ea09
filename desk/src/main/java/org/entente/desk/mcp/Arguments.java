package org.entente.desk.mcp;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, held against the schema of its tool: what does not fit is answered with
 * one sentence. Not thread-safe.
 */
final class Arguments {
  /** A call that cannot be answered as it stands; the message is a sentence for the caller. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String sentence) {
      super(sentence);
    }
  }

  private final Map<String, Object> given = new HashMap<>();
  private final Map<?, ?> properties;

  Arguments(ToolSheet sheet, @Nullable Map<String, Object> call) {
    properties = map(sheet.inputSchema().get("properties"));
    if (call != null) {
      call.forEach((name, value) -> take(sheet, name, value));
    }
    if (sheet.inputSchema().get("required") instanceof List<?> required) {
      for (Object name : required) {
        if (!given.containsKey(name)) {
          throw new Wrong("'" + sheet.name() + "' needs the argument '" + name + "'.");
        }
      }
    }
  }

  private void take(ToolSheet sheet, String name, @Nullable Object value) {
    if (!properties.containsKey(name)) {
      throw new Wrong(
          "'" + sheet.name() + "' has no argument '" + shown(name) + "'; it has: " + names() + ".");
    }
    if (value != null) {
      check(name, map(properties.get(name)), value);
      given.put(name, value);
    }
  }

  private String names() {
    return String.join(", ", properties.keySet().stream().map(String::valueOf).sorted().toList());
  }

  private static void check(String name, Map<?, ?> schema, Object value) {
    switch (String.valueOf(schema.get("type"))) {
      case "integer" -> checkNumber(name, schema, value);
      case "array" -> checkList(name, schema, value);
      default -> checkText(name, schema, value);
    }
  }

  private static void checkNumber(String name, Map<?, ?> schema, Object value) {
    long least = bound(schema, "minimum");
    long most = bound(schema, "maximum");
    boolean whole = value instanceof Integer || value instanceof Long;
    if (!whole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
      throw new Wrong("'" + name + "' is a whole number from " + least + " to " + most + ".");
    }
  }

  private static void checkList(String name, Map<?, ?> schema, Object value) {
    long most = bound(schema, "maxItems");
    if (!(value instanceof List<?> list) || list.size() > most) {
      throw new Wrong("'" + name + "' is a list of at most " + most + ".");
    }
    for (Object item : list) {
      checkText(name, map(schema.get("items")), item);
    }
  }

  private static void checkText(String name, Map<?, ?> schema, Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      throw new Wrong("'" + name + "' is a text that is not empty.");
    }
    if (schema.containsKey("maxLength") && text.length() > bound(schema, "maxLength")) {
      throw new Wrong("'" + name + "' has at most " + schema.get("maxLength") + " characters.");
    }
    if (schema.get("enum") instanceof List<?> words && !words.contains(text)) {
      String all = String.join(", ", words.stream().map(String::valueOf).toList());
      throw new Wrong("'" + name + "' is one of: " + all + "; '" + shown(text) + "' is not.");
    }
    if ("date".equals(schema.get("format"))) {
      day(name, text);
    }
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Wrong("'" + name + "' is a day like 2013-05-07; '" + shown(text) + "' is none.");
    }
  }

  private static long bound(Map<?, ?> schema, String name) {
    return ((Number) java.util.Objects.requireNonNull(schema.get(name))).longValue();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** What the caller wrote, short enough for a sentence. */
  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}⟦⟧]+", " ");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  /** Empty where it is not given and has no default. */
  String text(String name) {
    Object value = value(name);
    return value == null ? "" : ((String) value).strip();
  }

  List<String> texts(String name) {
    List<String> all = new ArrayList<>();
    if (value(name) instanceof List<?> list) {
      list.forEach(text -> all.add(String.valueOf(text).strip()));
    }
    return all;
  }

  long number(String name) {
    return ((Number) java.util.Objects.requireNonNull(value(name))).longValue();
  }

  @Nullable LocalDate day(String name) {
    String text = text(name);
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private @Nullable Object value(String name) {
    Object value = given.get(name);
    return value == null ? map(properties.get(name)).get("default") : value;
  }
}
