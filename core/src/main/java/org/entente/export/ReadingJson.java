package org.entente.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.entente.Reading;
import org.entente.actor.Actor;
import org.entente.article.Article;
import org.entente.article.Field;
import org.entente.event.Announcement;
import org.entente.event.Event;
import org.entente.event.Figure;
import org.entente.event.Participant;
import org.entente.source.Document;
import org.entente.statement.Position;
import org.entente.statement.Statement;
import org.entente.text.CodePoints;
import org.entente.text.Evidence;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes readings as JSON, one object each, as {@code entente code} gives them: {@code id}, {@code
 * date}, {@code language}, {@code articles}, {@code statements}, {@code inner}, {@code events},
 * {@code figures}, {@code problems}.
 *
 * <p>Offsets are half-open, 0-based and count Unicode code points of the document's text. Members
 * stand in a fixed order: the same reading gives the same bytes. Thread-safe.
 */
public final class ReadingJson {
  private final JsonFactory factory = new JsonFactory();

  /** One line of JSON Lines, without its line feed. */
  public String line(Reading reading) {
    return line(reading, List.of());
  }

  /** The same, with what was wrong before the document could be read. */
  public String line(Reading reading, List<Problem> before) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      new Writing(json, reading.document()).write(reading, before);
    }
    return out.toString();
  }

  /** The line for an input that could not be read at all. */
  public String line(String id, List<Problem> problems) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      writeProblems(json, problems);
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void writeProblems(JsonGenerator json, List<Problem> problems) {
    json.writeArrayPropertyStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("kind", problem.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("where", problem.where());
      json.writeStringProperty("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** One document being written. */
  private static final class Writing {
    private final JsonGenerator json;
    private final Document document;
    private final String text;
    private final CodePoints points;

    Writing(JsonGenerator json, Document document) {
      this.json = json;
      this.document = document;
      this.text = document.content();
      this.points = CodePoints.of(text);
    }

    void write(Reading reading, List<Problem> before) {
      json.writeStartObject();
      json.writeStringProperty("id", document.id());
      writeNullable("date", document.metadata().date());
      writeNullable("language", document.metadata().language());
      json.writeArrayPropertyStart("articles");
      reading.contents().articles().forEach(this::writeArticle);
      json.writeEndArray();
      writeStatements("statements", reading.statements().stream().filter(s -> !s.inner()));
      writeStatements("inner", reading.statements().stream().filter(Statement::inner));
      json.writeArrayPropertyStart("events");
      reading.events().forEach(this::writeEvent);
      json.writeEndArray();
      json.writeArrayPropertyStart("figures");
      reading.figures().forEach(this::writeFigure);
      json.writeEndArray();
      json.writeArrayPropertyStart("positions");
      reading.positions().forEach(this::writePosition);
      json.writeEndArray();
      json.writeArrayPropertyStart("announcements");
      reading.announcements().forEach(this::writeAnnouncement);
      json.writeEndArray();
      List<Problem> problems = new ArrayList<>(before);
      problems.addAll(reading.problems());
      writeProblems(json, problems);
      json.writeEndObject();
    }

    private void writeArticle(Article article) {
      json.writeStartObject();
      writeField("headline", article.headline());
      writeField("standfirst", article.standfirst());
      writeField("author", article.author());
      writeField("outlet", article.outlet());
      writeField("dateline", article.dateline());
      writeNullable("date", article.day());
      writeNullable("printed", article.date() == null ? null : article.date().printed());
      json.writeArrayPropertyStart("paragraphs");
      article.paragraphs().forEach(this::writeSpanValue);
      json.writeEndArray();
      json.writeEndObject();
    }

    private void writeField(String name, @Nullable Field field) {
      if (field == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("value", field.value());
      if (field.span() != null) {
        writeOffsets(field.span());
      }
      json.writeStringProperty("rule", field.rule());
      json.writeEndObject();
    }

    private void writeStatements(String name, Stream<Statement> statements) {
      json.writeArrayPropertyStart(name);
      statements.forEach(this::writeStatement);
      json.writeEndArray();
    }

    private void writeStatement(Statement statement) {
      json.writeStartObject();
      writeSpan("source", statement.source());
      writeSpan("cue", statement.cue());
      boolean whole = statement.contents().size() == 1;
      if (whole) {
        writeSpan("content", statement.contents().getFirst());
      } else {
        json.writeArrayPropertyStart("contents");
        statement.contents().forEach(this::writeSpanValue);
        json.writeEndArray();
      }
      writeActor("speaker", statement.speaker());
      json.writeArrayPropertyStart("together");
      for (Actor other : statement.together()) {
        json.writeStartObject();
        writeActorMembers(other);
        json.writeEndObject();
      }
      json.writeEndArray();
      writeActor("addressee", statement.addressee());
      json.writeStringProperty("kind", statement.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("status", statement.status().word());
      writeStrings("chain", statement.chain());
      json.writeStringProperty("rule", statement.rule());
      json.writeEndObject();
    }

    private void writeActor(String name, @Nullable Actor actor) {
      if (actor == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeObjectPropertyStart(name);
      writeActorMembers(actor);
      json.writeEndObject();
    }

    private void writeActorMembers(Actor actor) {
      json.writeStringProperty("name", actor.name());
      json.writeStringProperty("country", actor.country());
      json.writeStringProperty("sector", actor.sector());
      json.writeStringProperty("office", actor.office());
    }

    private void writeEvent(Event event) {
      json.writeStartObject();
      json.writeStringProperty("code", event.type().code());
      json.writeStringProperty("plover", event.type().plover());
      json.writeStringProperty("mode", event.type().mode());
      writeStrings("contexts", event.type().contexts());
      json.writeNumberProperty("quad", event.type().quad());
      json.writeNumberProperty("goldstein", event.type().goldstein());
      json.writeStringProperty("status", event.status().word());
      json.writeStringProperty("statusRule", event.assessment().rule());
      json.writeStringProperty("certainty", event.assessment().certainty().word());
      json.writeStringProperty("wish", event.assessment().wish().word());
      json.writeStringProperty("time", event.assessment().time().word());
      writeRange("date", event.date());
      json.writeStringProperty("dateRule", event.dateRule());
      writeParticipant("source", event.source());
      writeParticipant("target", event.target());
      json.writeStringProperty("place", event.place());
      writeStrings("attribution", event.attribution());
      writeEvidence(event.span());
      json.writeStringProperty("rule", event.rule());
      json.writeNumberProperty("confidence", event.confidence());
      json.writeEndObject();
    }

    private void writePosition(Position position) {
      json.writeStartObject();
      writeActor("speaker", position.speaker());
      writeSpan("topic", position.topic());
      json.writeStringProperty("side", position.side().word());
      writeEvidence(position.evidence());
      json.writeStringProperty("rule", position.rule());
      json.writeEndObject();
    }

    private void writeAnnouncement(Announcement announcement) {
      json.writeStartObject();
      json.writeStringProperty("code", announcement.type().code());
      json.writeStringProperty("what", announcement.type().name());
      json.writeArrayPropertyStart("participants");
      for (Actor actor : announcement.participants()) {
        json.writeStartObject();
        writeActorMembers(actor);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("place", announcement.place());
      writeRange("date", announcement.date());
      writeStrings("by", announcement.by());
      json.writeArrayPropertyStart("evidence");
      announcement.evidence().forEach(this::writeSpanValue);
      json.writeEndArray();
      json.writeEndObject();
    }

    private void writeParticipant(String name, @Nullable Participant participant) {
      if (participant == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeObjectPropertyStart(name);
      writeActorMembers(participant.actor());
      if (participant.span() != null) {
        json.writeStringProperty("text", participant.span().in(text));
        json.writeNumberProperty("start", points.at(participant.span().start()));
        json.writeNumberProperty("end", points.at(participant.span().end()));
      }
      json.writeEndObject();
    }

    private void writeEvidence(Span span) {
      Evidence evidence = document.evidence(span);
      json.writeObjectPropertyStart("evidence");
      json.writeStringProperty("document", evidence.document());
      json.writeStringProperty("sha256", evidence.sha256());
      writeOffsets(span);
      json.writeStringProperty("before", evidence.before());
      json.writeStringProperty("after", evidence.after());
      json.writeEndObject();
    }

    private void writeFigure(Figure figure) {
      json.writeStartObject();
      json.writeStringProperty("measure", figure.measure().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("low", figure.low());
      json.writeNumberProperty("high", figure.high());
      json.writeStringProperty("bound", figure.bound().name().toLowerCase(Locale.ROOT));
      json.writeStringProperty("unit", figure.unit());
      writeRange("period", figure.period());
      json.writeStringProperty("place", figure.place());
      writeActor("according", figure.according());
      writeOffsets(figure.span());
      json.writeStringProperty("rule", figure.rule());
      json.writeEndObject();
    }

    private void writeSpan(String name, @Nullable Span span) {
      if (span == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeName(name);
      writeSpanValue(span);
    }

    private void writeSpanValue(Span span) {
      json.writeStartObject();
      writeOffsets(span);
      json.writeEndObject();
    }

    private void writeOffsets(Span span) {
      json.writeNumberProperty("start", points.at(span.start()));
      json.writeNumberProperty("end", points.at(span.end()));
      json.writeStringProperty("exact", span.in(text));
    }

    private void writeRange(String name, @Nullable DateRange range) {
      if (range == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("from", range.from().toString());
      json.writeStringProperty("to", range.to().toString());
      json.writeEndObject();
    }

    private void writeStrings(String name, List<String> values) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }

    private void writeNullable(String name, @Nullable Object value) {
      if (value == null) {
        json.writeNullProperty(name);
      } else {
        json.writeStringProperty(name, value.toString());
      }
    }
  }
}
