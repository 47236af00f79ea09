package org.entente.desk.publish;

/** What the composer says of what was just done. Pure functions. */
final class SaidWords {
  private SaidWords() {}

  static String of(String word) {
    return switch (word) {
      case "begun" -> "The draft is begun. Nobody but you and editors sees it.";
      case "imported" ->
          "The draft is made: its articles are clips, the page's own words comments.";
      case "saved" -> "Saved.";
      case "both" ->
          "Saved. Somebody else had saved it meanwhile; their version is in the history below.";
      case "clipped" -> "The clip is at the end of the review.";
      case "claimed" -> "The claim is at the end of the review, frozen as of now.";
      case "published" -> "Published.";
      case "withdrawn" -> "Withdrawn. Its address says so.";
      case "restored" -> "The older version is the newest again.";
      case "asked" -> "A second person is asked; all who write see it in their list.";
      case "scheduled" -> "It will be published by itself. Until then nobody but writers sees it.";
      case "unscheduled" -> "It will not be published by itself.";
      default -> "";
    };
  }
}
