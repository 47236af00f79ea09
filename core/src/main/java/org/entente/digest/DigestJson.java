package org.entente.digest;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.entente.story.Sketch;
import org.entente.story.TermVector;
import org.entente.text.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * What was read, as one line of JSON and back, for Entente alone: its members are those of the Java
 * records, spans are {@code "12-40"}, and it changes with {@link #FORM}. Thread-safe.
 */
public final class DigestJson {
  /** Raised whenever a digest that was written before could be misread. */
  public static final int FORM = 1;

  private static final JsonMapper JSON = mapper();

  public String write(Digested item) {
    return JSON.writeValueAsString(item);
  }

  /**
   * @throws IllegalArgumentException for anything but what {@link #write} gave
   */
  public Digested read(String json) {
    try {
      Digested item = JSON.readValue(json, Digested.class);
      if (item == null) {
        throw new IllegalArgumentException("is no reading of form " + FORM);
      }
      return item;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is no reading of form " + FORM, e);
    }
  }

  private static JsonMapper mapper() {
    SimpleModule words = new SimpleModule();
    words.addSerializer(Span.class, new SpanWords());
    words.addDeserializer(Span.class, new SpanReader());
    words.addSerializer(TermVector.class, new TermWords());
    words.addDeserializer(TermVector.class, new TermReader());
    words.addSerializer(Sketch.class, new SketchWords());
    words.addDeserializer(Sketch.class, new SketchReader());
    return JsonMapper.builder()
        .addModule(words)
        .changeDefaultVisibility(v ->
            v.withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE))
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }

  private static final class SpanWords extends ValueSerializer<Span> {
    @Override
    public void serialize(Span span, JsonGenerator out, SerializationContext context) {
      out.writeString(span.start() + "-" + span.end());
    }
  }

  private static final class SpanReader extends ValueDeserializer<Span> {
    @Override
    public Span deserialize(JsonParser in, DeserializationContext context) {
      String words = in.getString();
      int dash = words.indexOf('-');
      if (dash < 1) {
        throw new IllegalArgumentException("'" + words + "' is no span");
      }
      return new Span(
          Integer.parseInt(words, 0, dash, 10),
          Integer.parseInt(words, dash + 1, words.length(), 10));
    }
  }

  private static final class TermWords extends ValueSerializer<TermVector> {
    @Override
    public void serialize(TermVector terms, JsonGenerator out, SerializationContext context) {
      out.writeString(terms.written());
    }
  }

  private static final class TermReader extends ValueDeserializer<TermVector> {
    @Override
    public TermVector deserialize(JsonParser in, DeserializationContext context) {
      return TermVector.parse(in.getString());
    }
  }

  private static final class SketchWords extends ValueSerializer<Sketch> {
    @Override
    public void serialize(Sketch sketch, JsonGenerator out, SerializationContext context) {
      out.writeString(sketch.level() + " " + sketch.written());
    }
  }

  private static final class SketchReader extends ValueDeserializer<Sketch> {
    @Override
    public Sketch deserialize(JsonParser in, DeserializationContext context) {
      String words = in.getString();
      int blank = words.indexOf(' ');
      return Sketch.parse(
          words.substring(blank + 1), Integer.parseInt(words.substring(0, Math.max(0, blank))));
    }
  }
}
