package org.entente.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.text.Problem;

/**
 * What a slice holds, one item at a time. A file that cannot be read is one item with its problem.
 * Not thread-safe.
 */
final class SliceItems implements Iterator<Item>, Closeable {
  private final Iterator<Item> items;
  private final Closeable open;

  private SliceItems(Iterator<Item> items, Closeable open) {
    this.items = items;
    this.open = open;
  }

  static SliceItems of(Slice slice, Configuration configuration) {
    try {
      if (Listing.isParquet(slice.path())) {
        ParquetDocuments documents = ParquetDocuments.open(slice.path(), configuration);
        return new SliceItems(documents, documents);
      }
      Path path = new Path(slice.path());
      FSDataInputStream file = path.getFileSystem(configuration).open(path);
      InputStream bytes = Listing.isLines(slice.path()) ? new LineSlice(file, slice) : file;
      Stream<Item> stream = Documents.standard().open(slice.name(), bytes);
      return new SliceItems(stream.iterator(), stream::close);
    } catch (IOException e) {
      String message = e.getMessage() == null ? "cannot be read" : e.getMessage();
      Problem problem = new Problem(Problem.Kind.MALFORMED, slice.name(), message);
      return new SliceItems(List.of(new Item(null, List.of(problem))).iterator(), () -> {});
    }
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public Item next() {
    return items.next();
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
