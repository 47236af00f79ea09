package org.entente.archive;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.entente.Reading;
import org.entente.article.Article;
import org.entente.digest.Digest;
import org.entente.digest.DigestJson;
import org.entente.digest.Digested;
import org.entente.export.ReadingJson;
import org.entente.source.Document;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the coded batches: one for each item of the input, readable or not. */
final class CodedRow {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "slice STRING, place INT, id STRING, sha256 STRING, url STRING, host STRING, language STRING,"
              + " day STRING, sentences INT, characters INT, text STRING, signature ARRAY<BIGINT>,"
              + " json STRING, reading STRING");

  private static final ReadingJson JSON = new ReadingJson();
  private static final DigestJson DIGESTS = new DigestJson();

  private CodedRow() {}

  /**
   * What is kept beside what was found.
   *
   * @param text the documents' text
   * @param readings whole readings, for a store
   */
  record Kept(boolean text, boolean readings) implements Serializable {}

  /** A document that could be read. */
  static Row of(Slice slice, int place, Reading reading, List<Problem> before, Kept kept) {
    Document document = reading.document();
    LocalDate day = day(reading);
    List<Span> paragraphs =
        reading.contents().articles().stream().flatMap(a -> a.paragraphs().stream()).toList();
    return RowFactory.create(
        slice.key(),
        place,
        document.id(),
        document.sha256(),
        document.metadata().url(),
        Selection.host(document.metadata().url()),
        document.metadata().language(),
        day == null ? null : day.toString(),
        reading.articles().stream().mapToInt(a -> a.parsed().sentences().size()).sum(),
        document.content().codePointCount(0, document.content().length()),
        kept.text() ? document.content() : null,
        Fingerprint.of(document.content(), paragraphs),
        JSON.line(reading, before),
        kept.readings() ? digest(reading, before, kept.text()) : null);
  }

  private static String digest(Reading reading, List<Problem> before, boolean text) {
    Digest digest = text ? Digest.of(reading) : Digest.excerpt(reading);
    return DIGESTS.write(new Digested(digest, before));
  }

  /** Nothing but problems: what could not be read or coded. */
  static Row of(Slice slice, int place, String id, List<Problem> problems, Kept kept) {
    return RowFactory.create(
        slice.key(),
        place,
        id,
        null,
        null,
        "",
        null,
        null,
        0,
        0,
        null,
        new long[0],
        JSON.line(id, problems),
        kept.readings() ? DIGESTS.write(new Digested(null, problems)) : null);
  }

  /** The day that a document counts for: of its first article that bears one, else as declared. */
  static @Nullable LocalDate day(Reading reading) {
    return reading.contents().articles().stream()
        .map(Article::day)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(reading.document().metadata().date());
  }
}
