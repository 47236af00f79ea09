package org.entente.export;

import java.io.IOException;
import org.entente.export.ItemFile.Form;
import org.entente.export.ItemFile.Frame;
import org.entente.export.ItemFile.ItemWriter;
import tools.jackson.core.JsonGenerator;

/**
 * Evidence as W3C Web Annotations (a page of them, JSON-LD), each with its provenance in W3C PROV:
 * derived from the article, made by the coder of that codebook, by the rule that fired. Text
 * positions count code points, as the recommendation says. Pure functions.
 */
final class Annotations {
  private static final String BEFORE =
      """
      {"@context":["http://www.w3.org/ns/anno.jsonld",{"prov":"http://www.w3.org/ns/prov#","entente":"urn:entente:"}],
      "id":"urn:entente:annotations","type":"AnnotationPage","items":[
      """;

  private Annotations() {}

  static Layout layout() {
    return new ItemFile(
        new Form(
            "annotations",
            "events and statements as W3C Web Annotations with PROV, JSON-LD",
            "jsonld",
            "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\""),
        new Frame(BEFORE, ",\n", "\n]}\n"),
        Annotations::write);
  }

  private static void write(ArticleRecord article, ItemWriter out) throws IOException {
    for (ExportEvent event : article.events()) {
      out.item(json -> write(json, event));
    }
    for (ExportStatement statement : article.statements()) {
      out.item(json -> write(json, statement));
    }
  }

  private static void write(JsonGenerator json, ExportEvent event) {
    head(json, "event", event.id(), "classifying");
    json.writeArrayPropertyStart("body");
    body(json, "classifying", event.type().code() + " " + event.type().name());
    body(json, "tagging", "status: " + event.status().word());
    party(json, "source", event.source());
    party(json, "target", event.target());
    json.writeEndArray();
    json.writeName("target");
    target(json, event.article(), event.evidence());
    provenance(json, event.article(), event.rule(), event.codebook());
  }

  private static void write(JsonGenerator json, ExportStatement statement) {
    head(json, "quotation", statement.id(), "identifying");
    json.writeArrayPropertyStart("body");
    party(json, "speaker", statement.speaker());
    party(json, "addressee", statement.addressee());
    body(json, "tagging", "kind: " + statement.kindWord());
    json.writeEndArray();
    json.writeArrayPropertyStart("target");
    for (Passage passage : statement.contents()) {
      boolean first = passage == statement.contents().getFirst();
      boolean last = passage == statement.contents().getLast();
      String before = first ? statement.before() : "";
      target(json, statement.article(), new Quote(passage, before, last ? statement.after() : ""));
    }
    json.writeEndArray();
    provenance(json, statement.article(), statement.rule(), statement.codebook());
  }

  private static void head(JsonGenerator json, String kind, long id, String motivation) {
    json.writeStringProperty("id", "urn:entente:" + kind + ":" + id);
    json.writeStringProperty("type", "Annotation");
    json.writeStringProperty("motivation", motivation);
  }

  private static void party(
      JsonGenerator json, String role, @org.jspecify.annotations.Nullable Party party) {
    if (party != null) {
      String country = party.actor().country();
      String where = country.isEmpty() ? "" : " (" + country + ")";
      body(json, "identifying", role + ": " + party.actor().name() + where);
    }
  }

  private static void body(JsonGenerator json, String purpose, String value) {
    json.writeStartObject();
    json.writeStringProperty("type", "TextualBody");
    json.writeStringProperty("purpose", purpose);
    json.writeStringProperty("value", JsonParts.text(value));
    json.writeEndObject();
  }

  /** The same words twice: by what they say, and by where they stand. */
  private static void target(JsonGenerator json, ExportArticle article, Quote quote) {
    json.writeStartObject();
    json.writeStringProperty("source", source(article));
    json.writeArrayPropertyStart("selector");
    json.writeStartObject();
    json.writeStringProperty("type", "TextQuoteSelector");
    json.writeStringProperty("exact", JsonParts.text(quote.passage().exact()));
    json.writeStringProperty("prefix", JsonParts.text(quote.before()));
    json.writeStringProperty("suffix", JsonParts.text(quote.after()));
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringProperty("type", "TextPositionSelector");
    json.writeNumberProperty("start", quote.passage().start());
    json.writeNumberProperty("end", quote.passage().end());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void provenance(
      JsonGenerator json, ExportArticle article, String rule, String codebook) {
    json.writeObjectPropertyStart("prov:wasDerivedFrom");
    json.writeStringProperty("id", "urn:sha256:" + article.sha256());
    json.writeStringProperty("type", "prov:Entity");
    json.writeEndObject();
    json.writeObjectPropertyStart("prov:wasGeneratedBy");
    json.writeStringProperty("type", "prov:Activity");
    json.writeObjectPropertyStart("prov:qualifiedAssociation");
    json.writeStringProperty("type", "prov:Association");
    json.writeObjectPropertyStart("prov:agent");
    json.writeStringProperty("id", "urn:entente:codebook:" + codebook);
    json.writeStringProperty("type", "prov:SoftwareAgent");
    json.writeEndObject();
    json.writeObjectPropertyStart("prov:hadPlan");
    json.writeStringProperty("id", "urn:entente:rule:" + rule.replaceAll("[^A-Za-z0-9._:-]", "_"));
    json.writeStringProperty("type", "prov:Plan");
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The address where it was read, or the name of the text by its hash. */
  static String source(ExportArticle article) {
    boolean web = article.url().matches("https?://[\\x21-\\x7E&&[^\"<>\\\\^`{|}]]+");
    return web ? article.url() : "urn:sha256:" + article.sha256();
  }
}
