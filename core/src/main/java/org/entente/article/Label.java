package org.entente.article;

/** What a paragraph of a page is. */
enum Label {
  UNKNOWN,
  HEADLINE,
  STANDFIRST,
  /** A line of the head: date, byline, outlet or several of them. */
  HEAD_LINE,
  BODY,
  SUBHEADING,
  COMMENTARY,
  FURNITURE
}
