package org.entente.article;

import java.util.List;
import org.entente.text.Problem;
import org.entente.text.Span;

/**
 * What stands in one document: its articles, the words of whoever put them together, and the
 * furniture of the page.
 *
 * @param articles the articles in reading order
 * @param commentary lead and remarks of the page's author; never coded
 * @param furniture page furniture ("Post a Comment"); neither
 * @param problems what was wrong, with its place
 */
public record Contents(
    List<Article> articles, List<Span> commentary, List<Span> furniture, List<Problem> problems) {
  public Contents {
    articles = List.copyOf(articles);
    commentary = List.copyOf(commentary);
    furniture = List.copyOf(furniture);
    problems = List.copyOf(problems);
  }
}
