package org.entente.export;

import org.entente.actor.Actor;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Members that several JSON layouts share. Pure functions. */
final class JsonParts {
  private JsonParts() {}

  static void party(JsonGenerator json, String name, @Nullable Party party) {
    if (party == null) {
      json.writeNullProperty(name);
      return;
    }
    json.writeObjectPropertyStart(name);
    actor(json, party.actor());
    Passage words = party.words();
    if (words != null) {
      json.writeStringProperty("text", text(words.exact()));
      json.writeNumberProperty("start", words.start());
      json.writeNumberProperty("end", words.end());
    }
    json.writeEndObject();
  }

  static void actor(JsonGenerator json, Actor actor) {
    json.writeStringProperty("name", text(actor.name()));
    json.writeStringProperty("country", actor.country());
    json.writeStringProperty("sector", actor.sector());
    json.writeStringProperty("office", text(actor.office()));
  }

  static void passage(JsonGenerator json, Passage passage) {
    json.writeNumberProperty("start", passage.start());
    json.writeNumberProperty("end", passage.end());
    json.writeStringProperty("exact", text(passage.exact()));
  }

  static void quote(JsonGenerator json, Quote quote) {
    json.writeObjectPropertyStart("evidence");
    passage(json, quote.passage());
    json.writeStringProperty("before", text(quote.before()));
    json.writeStringProperty("after", text(quote.after()));
    json.writeEndObject();
  }

  static void article(JsonGenerator json, ExportArticle article) {
    json.writeObjectPropertyStart("article");
    json.writeNumberProperty("id", article.id());
    json.writeStringProperty("document", text(article.document()));
    json.writeStringProperty("sha256", article.sha256());
    json.writeStringProperty("headline", text(article.headline()));
    json.writeStringProperty("publisher", text(article.publisher()));
    json.writeStringProperty("url", text(article.url()));
    day(json, "date", article.day());
    json.writeStringProperty("language", article.language());
    json.writeEndObject();
  }

  static void day(JsonGenerator json, String name, java.time.@Nullable LocalDate day) {
    if (day == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, day.toString());
    }
  }

  static void range(JsonGenerator json, @Nullable DateRange range) {
    if (range == null) {
      json.writeNullProperty("date");
      return;
    }
    json.writeObjectPropertyStart("date");
    json.writeStringProperty("from", range.from().toString());
    json.writeStringProperty("to", range.to().toString());
    json.writeEndObject();
  }

  static void strings(JsonGenerator json, String name, Iterable<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(v -> json.writeString(text(v)));
    json.writeEndArray();
  }

  /**
   * Half of a surrogate pair is no character, and U+2028 and U+2029 end lines for some readers of
   * JSON Lines: one replaces one, so that lengths stay.
   */
  static String text(String text) {
    StringBuilder clean = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = Character.isSurrogate(c) && !isPaired(text, i);
      if (half || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        clean = clean == null ? new StringBuilder(text) : clean;
        clean.setCharAt(i, half ? '\uFFFD' : ' ');
      }
    }
    return clean == null ? text : clean.toString();
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
