/**
 * The articles in a document: headline, standfirst, dateline, author, date, outlet, body.
 *
 * <p>{@link org.entente.article.ArticleFinder} is the way in. Three roads lead to {@link
 * org.entente.article.Contents}:
 *
 * <ul>
 *   <li>{@code DeclaredArticle}: the container says that the document is one article (a line of
 *       JSON Lines); nothing of its text is lost
 *   <li>{@code WebPage}: {@code PageArticle} finds the body among the visible blocks, {@code
 *       PageHead} the head in what the page declares and shows; a page whose main text is a press
 *       review takes the third road
 *   <li>{@code PressReview}: {@code HardBreaks} finds the paragraphs of pasted text, then an
 *       ordered list of heuristics labels them, each a small class; {@code Clips} puts them
 *       together
 * </ul>
 *
 * <p>To teach a new kind of page: add it to {@code eval/pages}, then a word to a list under {@code
 * resources}, or a {@code Heuristic} to the list in {@code PressReview}.
 */
@NullMarked
package org.entente.article;

import org.jspecify.annotations.NullMarked;
