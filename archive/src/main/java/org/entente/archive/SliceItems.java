package org.entente.archive;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a slice holds, one item at a time. A file that cannot be read, or not to its end, is one
 * item with its problem: nothing is thrown, or Spark would give up the whole job. Not thread-safe.
 */
final class SliceItems implements Iterator<Item>, Closeable {
  private final String name;
  private final Iterator<Item> items;
  private final Closeable open;
  private @Nullable Item next;
  private boolean broken;

  private SliceItems(String name, Iterator<Item> items, Closeable open) {
    this.name = name;
    this.items = items;
    this.open = open;
  }

  /**
   * Opens a slice.
   *
   * @param before lines of the file that stand before it
   */
  static SliceItems of(Slice slice, int before, Configuration configuration) {
    String name = slice.name();
    try {
      if (Listing.isParquet(slice.path())) {
        ParquetDocuments documents =
            ParquetDocuments.open(new Path(slice.path()), name, configuration);
        return new SliceItems(name, documents, documents);
      }
      Path path = new Path(slice.path());
      FSDataInputStream file = path.getFileSystem(configuration).open(path);
      Stream<Item> stream = stream(slice, before, file);
      return new SliceItems(name, stream.iterator(), stream::close);
    } catch (IOException | RuntimeException e) {
      return new SliceItems(name, List.of(problem(name, e)).iterator(), () -> {});
    }
  }

  private static Stream<Item> stream(Slice slice, int before, FSDataInputStream file)
      throws IOException {
    InputStream bytes = Listing.isLines(slice.path()) ? new LineSlice(file, slice) : file;
    return before == 0
        ? Documents.standard().open(slice.name(), bytes)
        : Documents.standard().openLines(slice.name(), before, bytes);
  }

  private static Item problem(String name, Exception e) {
    String said = e.getMessage() == null ? "cannot be read" : e.getMessage();
    Problem problem =
        said.contains("Permission denied")
            ? new Problem(Problem.Kind.FORBIDDEN, name, "may not be read: no permission")
            : e instanceof FileNotFoundException
                ? new Problem(Problem.Kind.NOT_FOUND, name, "is not there any more")
                : new Problem(Problem.Kind.MALFORMED, name, said);
    return new Item(null, List.of(problem));
  }

  @Override
  public boolean hasNext() {
    if (next == null && !broken) {
      try {
        next = items.hasNext() ? items.next() : null;
      } catch (RuntimeException | StackOverflowError e) {
        broken = true;
        String message = "cannot be read further: " + e + "; the rest was left out";
        next = new Item(null, List.of(new Problem(Problem.Kind.INTERNAL, name, message)));
      }
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Item item = java.util.Objects.requireNonNull(next);
    next = null;
    return item;
  }

  @Override
  public void close() {
    try {
      open.close();
    } catch (IOException | RuntimeException e) {
      broken = true; // nothing was asked of it any more: that it does not close harms nobody
    }
  }
}
