package org.entente.desk.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.codebook.Codebook;
import org.entente.codebook.DataFile;
import org.entente.codebook.EventType;
import org.entente.desk.Page;
import org.entente.desk.Room;
import org.entente.store.Overview;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The codebook: types with examples, rules with their patterns, and how often each fired. */
public final class CodebookPages {
  private final Room room;
  private final Map<String, DataFile.Row> acts = new HashMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();

  public CodebookPages(Room room) {
    this.room = room;
    for (DataFile.Row row : DataFile.resource(Codebook.class, "acts.tsv", 6).rows()) {
      acts.put(row.column(0), row);
    }
    for (DataFile.Row row : DataFile.resource(Codebook.class, "examples.tsv", 4).rows()) {
      examples.computeIfAbsent(row.column(0), c -> new ArrayList<>()).add(row.column(3));
    }
  }

  public ServerResponse show(ServerRequest request) {
    Map<String, Integer> codes = counts(room.overview().codes());
    List<Overview.Count> fired = room.overview().rules();
    CodebookView view =
        new CodebookView(roots(codes), fired.stream().map(this::rule).toList(), unused(fired));
    return room.pages().page(request, new Page("Codebook", "codebook/codebook.jte", view));
  }

  private static Map<String, Integer> counts(List<Overview.Count> counts) {
    return counts.stream().collect(Collectors.toMap(Overview.Count::name, Overview.Count::times));
  }

  private List<CodebookView.Root> roots(Map<String, Integer> codes) {
    Map<String, List<CodebookView.Type>> byRoot = new TreeMap<>();
    Set<String> all = new HashSet<>(examples.keySet());
    all.addAll(codes.keySet());
    all.stream()
        .sorted()
        .forEach(code -> {
          EventType type = room.codebook().type(code);
          byRoot
              .computeIfAbsent(type.root(), r -> new ArrayList<>())
              .add(
                  new CodebookView.Type(
                      type, codes.getOrDefault(code, 0), examples.getOrDefault(code, List.of())));
        });
    List<CodebookView.Root> roots = new ArrayList<>();
    byRoot.forEach((root, types) ->
        roots.add(
            new CodebookView.Root(
                room.codebook().type(root),
                types.stream().mapToInt(CodebookView.Type::events).sum(),
                types)));
    return roots;
  }

  private CodebookView.Rule rule(Overview.Count fired) {
    List<DataFile.Row> parts =
        Arrays.stream(fired.name().split("\\+"))
            .filter(acts::containsKey)
            .map(part -> java.util.Objects.requireNonNull(acts.get(part)))
            .toList();
    return new CodebookView.Rule(fired.name(), joined(parts, 4), joined(parts, 5), fired.times());
  }

  private static String joined(List<DataFile.Row> rows, int column) {
    return rows.stream()
        .map(r -> r.column(column).replace(";", ", ").replace('_', ' '))
        .filter(c -> !c.isBlank())
        .collect(Collectors.joining(" + "));
  }

  private List<String> unused(List<Overview.Count> fired) {
    Set<String> used =
        fired.stream()
            .flatMap(f -> Arrays.stream(f.name().split("\\+")))
            .collect(Collectors.toSet());
    return room.codebook().rules().stream().filter(r -> !used.contains(r)).toList();
  }
}
