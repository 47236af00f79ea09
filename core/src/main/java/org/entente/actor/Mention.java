package org.entente.actor;

import org.entente.text.Span;

/**
 * Words that name an actor. One mention may stand for several actors ("both sides"): then there are
 * several mentions with the same tokens.
 *
 * @param sentence index into the article's sentences
 * @param first first token
 * @param last last token, included
 * @param head the token that carries the syntax
 * @param span where, in the document's content
 * @param actor whom it names at the article's date
 * @param rule name of the rule or the file entry that decided
 */
public record Mention(
    int sentence, int first, int last, int head, Span span, Actor actor, String rule) {
  public Mention {
    if (head < first || head > last) {
      throw new IllegalArgumentException("head " + head + " outside tokens " + first + ".." + last);
    }
  }
}
