package org.entente.parse;

import java.util.ArrayList;
import java.util.List;
import org.entente.text.Span;

/**
 * Cuts text into sentences as the parser does, without parsing: for numbering the sentences of
 * texts that were parsed long ago. Loads in milliseconds, since it needs no model. Immutable and
 * thread-safe.
 */
public final class SentenceCuts {
  private final Tokenizer tokenizer =
      new Tokenizer(WordList.load("abbreviations.txt"), WordList.load("prefixes.txt"));
  private final SentenceSplitter splitter =
      new SentenceSplitter(WordList.load("starters.txt"), WordList.load("titles.txt"));

  /** The sentences of a paragraph in their order, in UTF-16 units of {@code text}. */
  public List<Span> cut(String text, Span paragraph) {
    Tokenizer.Tokens tokens = new Tokenizer.Tokens();
    tokenizer.tokenize(text, paragraph, tokens);
    List<Span> sentences = new ArrayList<>();
    int first = 0;
    while (first < tokens.count) {
      int end = splitter.end(text, tokens, first);
      sentences.add(new Span(tokens.starts[first], tokens.ends[end - 1]));
      first = end;
    }
    return sentences;
  }
}
