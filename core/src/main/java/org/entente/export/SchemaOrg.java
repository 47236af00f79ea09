package org.entente.export;

import java.io.IOException;
import org.entente.actor.Actor;
import org.entente.export.ItemFile.Form;
import org.entente.export.ItemFile.Frame;
import org.entente.export.ItemFile.ItemWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Articles with their events and quotations in the words of schema.org (JSON-LD): a {@code
 * NewsArticle} that mentions an {@code Action} for each event that is reported as a fact and a
 * {@code Quotation} for each statement. Pure functions.
 */
final class SchemaOrg {
  private SchemaOrg() {}

  static Layout layout() {
    return new ItemFile(
        new Form(
            "schema-org",
            "articles with their actions and quotations, schema.org in JSON-LD",
            "jsonld",
            "application/ld+json"),
        new Frame("{\"@context\":\"https://schema.org\",\"@graph\":[\n", ",\n", "\n]}\n"),
        SchemaOrg::write);
  }

  private static void write(ArticleRecord record, ItemWriter out) throws IOException {
    if (record.events().isEmpty() && record.statements().isEmpty()) {
      return;
    }
    out.item(json -> {
      writeArticle(json, record.article());
      json.writeArrayPropertyStart("mentions");
      for (ExportEvent event : record.events()) {
        if (Refusal.ofFact(event) == null) {
          writeAction(json, event);
        }
      }
      record.statements().forEach(s -> writeQuotation(json, s));
      json.writeEndArray();
    });
  }

  private static void writeArticle(JsonGenerator json, ExportArticle article) {
    json.writeStringProperty("@type", "NewsArticle");
    json.writeStringProperty("@id", "urn:entente:article:" + article.id());
    optional(json, "headline", article.headline());
    optional(json, "url", article.url());
    optional(json, "inLanguage", article.language());
    if (article.day() != null) {
      json.writeStringProperty("datePublished", article.day().toString());
    }
    if (!article.publisher().isEmpty()) {
      thing(json, "publisher", "Organization", article.publisher());
    }
  }

  private static void writeAction(JsonGenerator json, ExportEvent event) {
    json.writeStartObject();
    json.writeStringProperty("@type", "Action");
    json.writeStringProperty("@id", "urn:entente:event:" + event.id());
    json.writeStringProperty("name", event.type().name());
    json.writeStringProperty("additionalType", "urn:cameo:" + event.type().code());
    if (event.day() != null) {
      json.writeStringProperty("startTime", event.day().toString());
    }
    party(json, "agent", event.source());
    party(json, "object", event.target());
    if (!event.place().name().isEmpty()) {
      thing(json, "location", event.place().whole() ? "Country" : "Place", event.place().name());
    }
    json.writeStringProperty("description", JsonParts.text(event.evidence().passage().exact()));
    json.writeEndObject();
  }

  private static void writeQuotation(JsonGenerator json, ExportStatement statement) {
    json.writeStartObject();
    json.writeStringProperty("@type", "Quotation");
    json.writeStringProperty("@id", "urn:entente:quotation:" + statement.id());
    json.writeStringProperty("text", JsonParts.text(statement.words()));
    party(json, "spokenByCharacter", statement.speaker());
    json.writeEndObject();
  }

  private static void party(JsonGenerator json, String role, @Nullable Party party) {
    if (party != null) {
      Actor actor = party.actor();
      String type =
          switch (actor.kind()) {
            case PERSON -> "Person";
            case STATE -> "Country";
            default -> "Organization";
          };
      thing(json, role, type, actor.name());
    }
  }

  private static void thing(JsonGenerator json, String name, String type, String value) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("@type", type);
    json.writeStringProperty("name", JsonParts.text(value));
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, JsonParts.text(value));
    }
  }
}
