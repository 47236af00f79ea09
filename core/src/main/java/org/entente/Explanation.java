package org.entente;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.actor.Mention;
import org.entente.codebook.Codebook;
import org.entente.event.Event;
import org.entente.event.Participant;
import org.entente.event.RuleTrace;
import org.entente.parse.Sentence;
import org.entente.source.Document;
import org.entente.statement.Statement;
import org.jspecify.annotations.Nullable;

/** How a sentence was read: its tree, its actors, and the rules behind each statement and event. */
public final class Explanation {
  private final StringBuilder out = new StringBuilder();

  private final Codebook book;

  private Explanation(Codebook book) {
    this.book = book;
  }

  /** The explanation of {@code sentence} as text for people. */
  public static String of(Entente entente, String sentence) {
    Explanation explanation = new Explanation(entente.codebook());
    Reading reading = entente.read(Document.plain("sentence", sentence));
    reading.articles().forEach(a -> explanation.explain(a, sentence));
    return explanation.out.toString();
  }

  private void explain(Reading.ArticleReading read, String text) {
    read.parsed().sentences().forEach(this::tree);
    out.append("actors\n");
    for (Mention m : read.mentions().all()) {
      out.append("  ").append(m.span().in(text)).append(" = ").append(m.actor().name());
      out.append(", ")
          .append(m.actor().kind().name().toLowerCase(Locale.ROOT))
          .append(' ')
          .append(m.actor().country());
      out.append(' ').append(m.actor().sector()).append("  by ").append(m.rule()).append('\n');
    }
    out.append(read.statements().isEmpty() ? "no statement\n" : "statements\n");
    for (Statement s : read.statements()) {
      out.append("  ").append(s.source() == null ? "nobody" : s.source().in(text)).append(" | ");
      out.append(s.cue() == null ? "" : s.cue().in(text)).append(" | ");
      out.append(String.join(" … ", s.contents().stream().map(c -> c.in(text)).toList()));
      out.append("  ").append(s.status().word()).append(", by ").append(s.rule()).append('\n');
    }
    events(read.events());
    rules(read);
  }

  private void rules(Reading.ArticleReading read) {
    Set<String> fired = new HashSet<>();
    read.events().forEach(e -> fired.addAll(List.of(e.rule().split("\\+"))));
    out.append("rules\n");
    for (Sentence s : read.parsed().sentences()) {
      RuleTrace.of(book, s, fired).forEach(line -> out.append("  ").append(line).append('\n'));
    }
  }

  private void events(List<Event> events) {
    out.append(events.isEmpty() ? "no event: no rule fired on an act with an actor\n" : "events\n");
    for (Event e : events) {
      out.append("  ").append(who(e.source())).append(" → ").append(who(e.target())).append("  ");
      out.append(e.type().code())
          .append(' ')
          .append(e.type().name())
          .append("  ")
          .append(e.status().word());
      out.append(", by ")
          .append(e.rule())
          .append(", confidence ")
          .append(e.confidence())
          .append('\n');
    }
  }

  private static String who(@Nullable Participant participant) {
    return participant == null
        ? "nobody named"
        : participant.actor().name() + " " + participant.actor().country();
  }

  private void tree(Sentence s) {
    out.append("tree\n");
    for (int i = 0; i < s.size(); i++) {
      String head = s.head(i) == Sentence.NONE ? "root" : s.form(s.head(i));
      out.append(
          String.format(
              Locale.ROOT,
              "  %-18s %-14s %-6s %-14s ← %s%n",
              s.form(i),
              s.lemma(i),
              s.upos(i),
              s.relation(i).label(),
              head));
    }
  }
}
