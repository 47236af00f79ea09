package org.entente.export;

import java.io.IOException;
import java.util.List;
import org.entente.export.ItemFile.Form;
import org.entente.export.ItemFile.Frame;
import org.entente.export.ItemFile.ItemWriter;
import tools.jackson.core.JsonGenerator;

/** JSON Lines of everything that is coded, and GeoJSON. Pure functions. */
final class JsonLayouts {
  private JsonLayouts() {}

  /** Every event with its evidence, whatever its status: nothing is left out. */
  static Layout events() {
    return new ItemFile(
        new Form(
            "events",
            "every event with status and evidence, JSON Lines",
            "jsonl",
            "application/jsonl"),
        Frame.LINES,
        JsonLayouts::events);
  }

  /** Who said what. */
  static Layout quotations() {
    return new ItemFile(
        new Form(
            "quotations",
            "who said what to whom, word for word, JSON Lines",
            "jsonl",
            "application/jsonl"),
        Frame.LINES,
        JsonLayouts::quotations);
  }

  /**
   * Events whose country is known as features (RFC 7946). The point is the centre of the country
   * and claims no more: {@code precision} says so.
   */
  static Layout geo() {
    return new ItemFile(
        new Form(
            "geojson",
            "events as features at the centre of their country, GeoJSON",
            "geojson",
            "application/geo+json"),
        new Frame("{\"type\":\"FeatureCollection\",\"features\":[\n", ",\n", "\n]}\n"),
        JsonLayouts::features);
  }

  private static void events(ArticleRecord article, ItemWriter out) throws IOException {
    for (ExportEvent event : article.events()) {
      out.item(json -> {
        writeEvent(json, event);
        JsonParts.quote(json, event.evidence());
        JsonParts.article(json, event.article());
      });
    }
  }

  private static void writeEvent(JsonGenerator json, ExportEvent event) {
    json.writeNumberProperty("id", event.id());
    if (event.story() > 0) {
      json.writeNumberProperty("story", event.story());
    }
    ItemFile.writeType(json, event.type());
    json.writeStringProperty("status", event.status().word());
    JsonParts.day(json, "day", event.day());
    JsonParts.range(json, event.range());
    JsonParts.party(json, "source", event.source());
    JsonParts.party(json, "target", event.target());
    json.writeStringProperty("place", JsonParts.text(event.place().name()));
    json.writeStringProperty("country", event.place().country());
    JsonParts.strings(json, "attribution", event.attribution());
    json.writeStringProperty("rule", event.rule());
    json.writeNumberProperty("confidence", event.confidence());
    json.writeStringProperty("codebook", event.codebook());
  }

  private static void quotations(ArticleRecord article, ItemWriter out) throws IOException {
    for (ExportStatement s : article.statements()) {
      out.item(json -> {
        json.writeNumberProperty("id", s.id());
        JsonParts.party(json, "speaker", s.speaker());
        JsonParts.party(json, "addressee", s.addressee());
        json.writeStringProperty("kind", s.kindWord());
        json.writeStringProperty("status", s.status().word());
        json.writeStringProperty("words", JsonParts.text(s.words()));
        json.writeArrayPropertyStart("contents");
        for (Passage passage : s.contents()) {
          json.writeStartObject();
          JsonParts.passage(json, passage);
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("before", JsonParts.text(s.before()));
        json.writeStringProperty("after", JsonParts.text(s.after()));
        JsonParts.strings(json, "chain", s.chain());
        json.writeStringProperty("rule", s.rule());
        json.writeStringProperty("codebook", s.codebook());
        JsonParts.article(json, s.article());
      });
    }
  }

  private static void features(ArticleRecord article, ItemWriter out) throws IOException {
    Countries countries = Countries.shipped();
    for (ExportEvent event : article.events()) {
      String reason = Refusal.ofFact(event);
      String country = event.place().country();
      if (reason != null) {
        out.refuse(reason);
      } else if (countries.latitude(country).isEmpty()) {
        out.refuse("no country known");
      } else {
        out.item(json -> writeFeature(json, event, point(countries, country)));
      }
    }
  }

  /** Longitude first, as GeoJSON has it. */
  private static List<Double> point(Countries countries, String country) {
    return List.of(
        Double.valueOf(countries.longitude(country)), Double.valueOf(countries.latitude(country)));
  }

  private static void writeFeature(JsonGenerator json, ExportEvent event, List<Double> point) {
    json.writeStringProperty("type", "Feature");
    json.writeNumberProperty("id", event.id());
    json.writeObjectPropertyStart("geometry");
    json.writeStringProperty("type", "Point");
    json.writeArrayPropertyStart("coordinates");
    point.forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("precision", "country");
    writeEvent(json, event);
    json.writeStringProperty("exact", JsonParts.text(event.evidence().passage().exact()));
    json.writeStringProperty("publisher", JsonParts.text(event.article().publisher()));
    json.writeStringProperty("url", JsonParts.text(event.article().url()));
    json.writeEndObject();
  }
}
