package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.entente.Reading;
import org.entente.actor.Actor;
import org.entente.statement.Statement;

/**
 * Choices by speaker, kind and status above the tables of statements: radio buttons and styles, no
 * script. Where a browser does not know {@code :has}, all rows stay in sight.
 */
final class StatementFilter {
  private final List<String> speakers = new ArrayList<>();
  private final List<String> kinds = new ArrayList<>();
  private final List<String> statuses = new ArrayList<>();

  StatementFilter(List<Reading> readings) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Reading reading : readings) {
      for (Statement s : reading.statements()) {
        names(s).forEach(name -> counts.merge(name, 1, Integer::sum));
        add(kinds, kind(s));
        add(statuses, s.status().word());
      }
    }
    counts.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .forEach(e -> speakers.add(e.getKey()));
  }

  private static void add(List<String> all, String value) {
    if (!all.contains(value)) {
      all.add(value);
    }
  }

  private static List<String> names(Statement s) {
    return s.speakers().isEmpty()
        ? List.of("unnamed")
        : s.speakers().stream().map(Actor::name).toList();
  }

  private static String kind(Statement s) {
    return s.kind().name().toLowerCase(Locale.ROOT);
  }

  /** The classes of a statement's row. */
  String classes(Statement s) {
    StringBuilder own = new StringBuilder("said");
    names(s).forEach(name -> own.append(" p").append(speakers.indexOf(name)));
    return own + " k" + kinds.indexOf(kind(s)) + " t" + statuses.indexOf(s.status().word());
  }

  /** The choices; empty when there is nothing to choose from. */
  String html() {
    if (speakers.size() < 2) {
      return "";
    }
    return "<form class=\"filter\" aria-label=\"Show statements\">"
        + choices("Speaker", "p", speakers)
        + choices("Kind", "k", kinds)
        + choices("Status", "t", statuses)
        + "</form>\n";
  }

  private static String choices(String legend, String group, List<String> values) {
    StringBuilder out = new StringBuilder("<fieldset><legend>" + legend + "</legend>");
    out.append(choice(group, "all", "all", true));
    for (int i = 0; i < values.size(); i++) {
      out.append(choice(group, group + i, values.get(i), false));
    }
    return out.append("</fieldset>").toString();
  }

  private static String choice(String group, String value, String label, boolean checked) {
    String id = "f-" + group + "-" + value;
    return "<label><input type=\"radio\" name=\""
        + group
        + "\" id=\""
        + id
        + "\""
        + (checked ? " checked" : "")
        + "> "
        + MarkedText.escape(TerminalView.fold(label))
        + "</label>";
  }

  /** One rule for each choice. */
  String style() {
    StringBuilder out = new StringBuilder();
    rules("p", speakers.size(), out);
    rules("k", kinds.size(), out);
    rules("t", statuses.size(), out);
    return out.toString();
  }

  private static void rules(String group, int n, StringBuilder out) {
    for (int i = 0; i < n; i++) {
      String chosen = group + i;
      out.append("body:has(#f-" + group + "-" + chosen + ":checked) tr.said:not(." + chosen);
      out.append(") { display: none }\n");
    }
  }
}
