package org.entente.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.parse.Sentence;
import org.entente.parse.Upos;
import org.entente.text.Span;

/**
 * Attributions by a mark instead of a verb: a name and a colon, or a dash and a name. Not
 * thread-safe.
 */
final class MarkedAttributions {
  private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014", "\u2015");

  /** What speaks in a headline without a name. */
  private static final Set<String> REPORTERS =
      Set.of("Poll", "Report", "Study", "Survey", "Officials", "Sources", "Experts", "Police");

  /** What stands before the colon of a headline and says of what kind it is. */
  private static final Set<String> KINDS =
      Set.of(
          "Breaking",
          "Update",
          "Exclusive",
          "Watch",
          "Video",
          "Analysis",
          "Opinion",
          "Live",
          "CORRECTION",
          "CLARIFICATION",
          "UPDATE",
          "NOTE");

  private final Sentence s;
  private final int number;
  private final String text;
  private final List<Span> quotations;
  private final List<Attribution> found = new ArrayList<>();

  MarkedAttributions(SentenceText words, int number) {
    this.s = words.sentence();
    this.number = number;
    this.text = words.text();
    this.quotations = words.quotations();
  }

  /** Whether the whole sentence belongs to a name: after a dash at its end, or before a colon. */
  boolean isWhole() {
    signature();
    boolean headline = number == 0 && found.isEmpty();
    if (headline) {
      label();
    }
    boolean whole = !found.isEmpty();
    found.clear();
    return whole;
  }

  List<Attribution> find() {
    label();
    signature();
    return found;
  }

  /** "LAVROV: We agree." – a name and a colon before what is said, as in transcripts. */
  private void label() {
    int colon = 1;
    while (colon < Math.min(6, s.size()) && !s.form(colon).equals(":")) {
      colon++;
    }
    boolean named =
        colon < Math.min(6, s.size()) && colon + 2 < s.size() && !KINDS.contains(s.form(0));
    for (int i = 0; i < colon && named; i++) {
      named =
          number == 0 && REPORTERS.contains(s.form(i)) && colon == 1
              || s.upos(i) == Upos.PROPN
              || s.form(i).equals(".")
              || s.form(i).length() > 2
                  && s.form(i).equals(s.form(i).toUpperCase(java.util.Locale.ROOT));
    }
    if (named) {
      Span content = ContentSpans.trim(s.span(colon + 1, s.size() - 1), text, quotations);
      add(
          colon - 1,
          s.span(0, colon - 1),
          s.span(colon),
          List.of(content),
          Statement.Kind.DIRECT,
          "label");
    }
  }

  /** "… – Lavrov": a dash and a name after what is said, as in headlines. */
  private void signature() {
    int dash = s.size() - 2;
    while (dash > 3 && dash > s.size() - 6 && !DASHES.contains(s.form(dash))) {
      dash--;
    }
    boolean apart = dash > 3 && DASHES.contains(s.form(dash)) && s.start(dash) > s.end(dash - 1);
    for (int i = dash + 1; i < s.size() && apart; i++) {
      apart = s.upos(i) == Upos.PROPN;
    }
    if (apart) {
      int head = s.size() - 1;
      add(
          head,
          s.span(dash + 1, head),
          s.span(dash),
          List.of(ContentSpans.trim(s.span(0, dash - 1), text, quotations)),
          Statement.Kind.INDIRECT,
          "signature");
    }
  }

  private void add(
      int head, Span source, Span cue, List<Span> contents, Statement.Kind kind, String rule) {
    Attribution a = new Attribution(number, Sentence.NONE, source, head, cue, kind, rule);
    a.contents.addAll(contents);
    found.add(a);
  }
}
