package org.entente.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.source.Document;
import org.entente.source.Item;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Codes one slice: the function that Spark maps over the archive. A record that cannot be read or
 * coded becomes a row with its problem; the task goes on.
 */
final class SliceCoder implements FlatMapFunction<Slice, Row> {
  private static final long serialVersionUID = 1;

  private final Broadcast<SerializableConfiguration> configuration;
  private final Selection selection;
  private final CodedRow.Kept kept;
  private final Counters counters;
  private final LineNumbers numbers;

  SliceCoder(
      Broadcast<SerializableConfiguration> configuration,
      Selection selection,
      CodedRow.Kept kept,
      Counters counters,
      LineNumbers numbers) {
    this.configuration = configuration;
    this.selection = selection;
    this.kept = kept;
    this.counters = counters;
    this.numbers = numbers;
  }

  /** One for each executor, made when its first task needs it. */
  private static final class Shared {
    static final Entente ENTENTE = Entente.create();

    private Shared() {}
  }

  @Override
  public Iterator<Row> call(Slice slice) {
    SliceItems items = SliceItems.of(slice, numbers.before(slice), configuration.value().value());
    Numbered numbered = new Numbered(slice, items);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(numbered, Spliterator.ORDERED), false)
        .flatMap(rows -> rows.stream())
        .iterator();
  }

  /** The rows of one item after the other, so that a slice needs the memory of a document. */
  private final class Numbered implements Iterator<List<Row>> {
    private final Slice slice;
    private final SliceItems items;
    private int place;

    Numbered(Slice slice, SliceItems items) {
      this.slice = slice;
      this.items = items;
    }

    @Override
    public boolean hasNext() {
      boolean more = items.hasNext();
      if (!more) {
        items.close();
      }
      return more;
    }

    @Override
    public List<Row> next() {
      Row row = row(slice, place++, items.next());
      return row == null ? Collections.emptyList() : List.of(row);
    }
  }

  private @Nullable Row row(Slice slice, int place, Item item) {
    Document document = item.document();
    if (document == null) {
      counters.problems().add(item.problems().size());
      return CodedRow.of(slice, place, item.problems().getFirst().where(), item.problems(), kept);
    }
    counters.documents().add(1);
    if (!selection.keeps(document.metadata().language(), document.metadata().url())) {
      counters.left().add(1);
      return null;
    }
    try {
      return coded(slice, place, item, Shared.ENTENTE.read(document));
    } catch (RuntimeException | StackOverflowError e) {
      List<Problem> problems = new ArrayList<>(item.problems());
      problems.add(
          new Problem(
              Problem.Kind.INTERNAL,
              document.id(),
              "could not be coded: " + e + "; it was left out"));
      counters.problems().add(problems.size());
      return CodedRow.of(slice, place, document.id(), problems, kept);
    }
  }

  private @Nullable Row coded(Slice slice, int place, Item item, Reading reading) {
    if (!selection.keeps(CodedRow.day(reading))) {
      counters.left().add(1);
      return null;
    }
    Row row = CodedRow.of(slice, place, reading, item.problems(), kept);
    counters.sentences().add(row.getInt(8));
    counters.events().add(reading.events().size());
    counters.problems().add(item.problems().size() + reading.problems().size());
    return row;
  }
}
