package org.entente.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.actor.Mentions;
import org.entente.parse.ParsedArticle;
import org.entente.text.Span;

/** Finds who said what. Immutable and thread-safe. */
public final class StatementFinder {
  private final Cues cues = Cues.load();

  /** The statements of {@code article}, in the order of their first words. */
  public List<Statement> find(ParsedArticle article, Mentions mentions) {
    List<Statement> found = new ArrayList<>();
    Attribution opened = null;
    int first = 0;
    while (first < article.sentences().size()) {
      int paragraph = article.paragraphs().get(first);
      int end = first;
      while (end < article.sentences().size() && article.paragraphs().get(end) == paragraph) {
        end++;
      }
      ParagraphStatements paragraphs = new ParagraphStatements(article, mentions, cues);
      List<Statement> said = paragraphs.find(first, end);
      Statement continued =
          said.isEmpty() || said.stream().noneMatch(s -> s.kind() == Statement.Kind.DIRECT)
              ? paragraphs.continued(first, end, found.isEmpty() ? null : found.getLast(), opened)
              : null;
      if (continued != null && opened == null) {
        found.removeLast();
      }
      if (continued != null) {
        found.add(continued);
      }
      opened = paragraphs.opened();
      found.addAll(said);
      first = end;
    }
    found.sort(Comparator.comparing(Statement::span));
    return found;
  }

  static Span paragraph(ParsedArticle article, int first, int end) {
    return article.sentences().get(first).span().cover(article.sentences().get(end - 1).span());
  }
}
