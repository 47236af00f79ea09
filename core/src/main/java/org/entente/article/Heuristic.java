package org.entente.article;

/** One way to tell what paragraphs are. Stateless; {@link PressReview} lists them in order. */
interface Heuristic {
  void apply(Sheet sheet);
}
