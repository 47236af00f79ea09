package org.entente.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mentions table of GDELT 2.0: 16 columns, no header, for the events of {@link GdeltEvents}.
 * Both times are those at which the event came into the collection, since its first mention is the
 * one that is written. Offsets count Unicode code points of the document's text; as there, −1 says
 * that an actor is not named.
 */
public final class GdeltMentions implements TableLayout {
  static final List<String> COLUMNS =
      List.of(
          "GlobalEventID",
          "EventTimeDate",
          "MentionTimeDate",
          "MentionType",
          "MentionSourceName",
          "MentionIdentifier",
          "SentenceID",
          "Actor1CharOffset",
          "Actor2CharOffset",
          "ActionCharOffset",
          "InRawText",
          "Confidence",
          "MentionDocLen",
          "MentionDocTone",
          "MentionDocTranslationInfo",
          "Extras");

  @Override
  public String name() {
    return "gdelt-mentions";
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable String refuses(ExportEvent event) {
    return Refusal.ofFact(event);
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    ExportArticle a = event.article();
    String stamp = GdeltEvents.stamp(a);
    return List.of(
        List.of(
            Long.toString(event.id()),
            stamp,
            stamp,
            a.url().isEmpty() ? "2" : "1",
            a.publisher(),
            GdeltEvents.identifier(a),
            event.sentence() == 0 ? "" : Integer.toString(event.sentence()),
            offset(event.source()),
            offset(event.target()),
            Integer.toString(event.evidence().passage().start()),
            "1",
            Long.toString(Math.max(10, Math.round(event.confidence() * 10) * 10)),
            Integer.toString(a.length()),
            "",
            "",
            ""));
  }

  private static String offset(@Nullable Party party) {
    Passage words = party == null ? null : party.words();
    return words == null ? "-1" : Integer.toString(words.start());
  }
}
