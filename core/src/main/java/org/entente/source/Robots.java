package org.entente.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of a robots.txt for one crawler (RFC 9309). Immutable. */
final class Robots {
  static final Robots ALLOW_ALL = new Robots(List.of());
  static final Robots DISALLOW_ALL = new Robots(List.of(new Rule("/", false)));

  private final List<Rule> rules;

  private Robots(List<Rule> rules) {
    this.rules = rules;
  }

  private record Rule(String pattern, boolean allow) {}

  /** The rules of the groups that name {@code agent}, else those for everybody. */
  static Robots parse(String text, String agent) {
    List<Rule> own = new ArrayList<>();
    List<Rule> all = new ArrayList<>();
    boolean named = false;
    boolean forOwn = false;
    boolean forAll = false;
    boolean inAgents = false;
    for (String line : text.lines().limit(20_000).toList()) {
      int comment = line.indexOf('#');
      String rule = (comment < 0 ? line : line.substring(0, comment)).strip();
      int colon = rule.indexOf(':');
      String key = colon < 0 ? "" : rule.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = colon < 0 ? "" : rule.substring(colon + 1).strip();
      if (key.equals("user-agent")) {
        boolean us = value.equalsIgnoreCase(agent);
        forOwn = us || (inAgents && forOwn);
        forAll = value.equals("*") || (inAgents && forAll);
        named |= us;
        inAgents = true;
      } else if (key.equals("allow") || key.equals("disallow")) {
        inAgents = false;
        if (!value.isEmpty()) {
          Rule parsed = new Rule(value, key.equals("allow"));
          (forOwn ? own : forAll ? all : new ArrayList<Rule>()).add(parsed);
        }
      }
    }
    return new Robots(named ? own : all);
  }

  /**
   * Whether a path with its query may be read: the longest matching rule decides, allow on a tie.
   */
  boolean allows(String path) {
    Rule best = null;
    for (Rule rule : rules) {
      if (matches(rule.pattern, path)) {
        int longer = best == null ? 1 : rule.pattern.length() - best.pattern.length();
        best = longer > 0 || (longer == 0 && rule.allow) ? rule : best;
      }
    }
    return best == null || best.allow;
  }

  /** Linear in path times pattern: stars are tried greedily from the left. */
  private static boolean matches(String pattern, String path) {
    boolean anchored = pattern.endsWith("$");
    String body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] pieces = body.split("\\*", -1);
    if (!path.startsWith(pieces[0])) {
      return false;
    }
    int at = pieces[0].length();
    for (int i = 1; i < pieces.length; i++) {
      boolean last = i == pieces.length - 1;
      int found = anchored && last ? lastIndex(path, pieces[i], at) : path.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return !anchored || at == path.length();
  }

  private static int lastIndex(String path, String piece, int from) {
    int at = path.length() - piece.length();
    return at >= from && path.endsWith(piece) ? at : -1;
  }
}
