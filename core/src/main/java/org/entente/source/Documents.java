package org.entente.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Opens sources: a file, a folder, an address, or {@code -} for standard input.
 *
 * <pre>{@code
 * try (Stream<Item> items = Documents.standard().open("reviews/")) {
 *   items.forEach(item -> ...);
 * }
 * }</pre>
 *
 * <p>Documents come one at a time, in the order of the input (folders sorted by name), in the
 * memory of one document. What cannot be read becomes an {@link Item} with a positioned problem,
 * and the rest is still read: nothing is thrown for bad data. The format is found by an ordered
 * list of readers; anything may be gzipped. Thread-safe; a stream belongs to one thread at a time.
 */
public final class Documents {
  private final List<DocumentReader> readers =
      List.of(
          new WarcReader(),
          new FeedReader(),
          new JsonLinesReader(),
          new HtmlReader(),
          new PlainReader());
  private final InputStream standardInput;
  private final Supplier<Fetch> fetch;

  private Documents(InputStream standardInput, Supplier<Fetch> fetch) {
    this.standardInput = standardInput;
    this.fetch = fetch;
  }

  /** Reads addresses with {@code fetch}. */
  static Documents fetching(Fetch fetch) {
    return new Documents(InputStream.nullInputStream(), () -> fetch);
  }

  /** Reads {@code -} from the standard input of the process. */
  public static Documents standard() {
    return standard(System.in);
  }

  /** Reads {@code -} from {@code standardInput}. */
  public static Documents standard(InputStream standardInput) {
    return new Documents(standardInput, Fetch::new);
  }

  /** The items of {@code source}; close the stream, or read it to its end. */
  public Stream<Item> open(String source) {
    return stream(new Walk(source));
  }

  /** The items of bytes that are already open, under the given name; closes them at the end. */
  public Stream<Item> open(String name, InputStream bytes) {
    return stream(new Walk(name, bytes));
  }

  /** The items of a stretch of a JSON Lines file, before which {@code before} lines stand. */
  public Stream<Item> openLines(String name, int before, InputStream bytes) {
    try {
      Input input = Input.of(name, null, bytes);
      return stream(new Walk(name, new JsonLinesReader().readFrom(input, before)));
    } catch (IOException e) {
      return Stream.of(Item.failed(problem(name, e)));
    }
  }

  /** The items of what an address answered; a status other than 200 is a problem. */
  public Stream<Item> open(Fetched fetched) {
    try {
      return stream(new Walk(fetched.address(), Fetch.input(fetched)));
    } catch (Fetch.FetchException e) {
      return Stream.of(Item.failed(e.problem()));
    }
  }

  /** The feed that an address answered with; empty when it is something else. */
  public static Optional<Feed> feed(Fetched fetched) {
    try (Input input = Fetch.input(fetched)) {
      FeedReader reader = new FeedReader();
      return reader.accepts(input) ? reader.feed(input) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What somebody pasted: a page where it looks like HTML, else plain text. */
  public static Item pasted(String name, String text, Metadata metadata) {
    try (Input input = Input.of(name, null, new ByteArrayInputStream(text.getBytes(UTF_8)))) {
      return new HtmlReader().accepts(input)
          ? HtmlReader.item(name, text, metadata, List.of())
          : PlainReader.item(name, input.bytes().readAllBytes(), "UTF-8", metadata);
    } catch (IOException e) {
      throw new IllegalStateException("an array of bytes always reads", e);
    }
  }

  private static Stream<Item> stream(Walk walk) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                walk, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
            false)
        .onClose(walk::close);
  }

  private Items read(Input input) throws IOException {
    for (DocumentReader reader : readers) {
      if (reader.accepts(input)) {
        return reader.read(input);
      }
    }
    throw new IllegalStateException("the plain reader accepts everything");
  }

  /** Depth first through folders; at any time one input is open. */
  private final class Walk implements Iterator<Item> {
    private final Deque<String> waiting = new ArrayDeque<>();
    private Items open = Items.of();
    private String where;
    private @Nullable Item next;

    Walk(String source) {
      where = source;
      if (source.equals("-")) {
        open = openAll("-", standardInput);
      } else if (Fetch.isAddress(source)) {
        open = fetch(source);
      } else {
        waiting.push(source);
      }
    }

    Walk(String name, InputStream bytes) {
      where = name;
      open = openAll(name, bytes);
    }

    Walk(String name, Items items) {
      where = name;
      open = items;
    }

    Walk(String name, Input input) {
      where = name;
      open = unpackOrSay(input);
    }

    private Items unpackOrSay(Input input) {
      try {
        return unpack(input);
      } catch (IOException e) {
        return Items.of(Item.failed(problem(input.name(), e)));
      }
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        next = pull();
        if (next == null) {
          if (waiting.isEmpty()) {
            return false;
          }
          visit(waiting.pop());
        }
      }
      return true;
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

    private @Nullable Item pull() {
      try {
        Item item = open.next();
        if (item == null) {
          open.close();
          open = Items.of();
        }
        return item;
      } catch (IOException e) {
        closeOpen();
        return Item.failed(problem(where, e));
      }
    }

    private void visit(String source) {
      where = source;
      try {
        Path path = Path.of(source);
        if (Files.isDirectory(path)) {
          try (Stream<Path> children = Files.list(path)) {
            // Pipes never end, and links to folders may lead in a circle.
            children
                .filter(p -> !p.getFileName().toString().startsWith("."))
                .filter(p -> Files.isRegularFile(p) || Files.isDirectory(p, NOFOLLOW_LINKS))
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(p -> waiting.push(p.toString()));
          }
        } else {
          open = openAll(where, Files.newInputStream(path));
        }
      } catch (IOException | UncheckedIOException | InvalidPathException e) {
        open = Items.of(Item.failed(problem(where, e)));
      }
    }

    private Items fetch(String address) {
      try {
        return unpack(fetch.get().get(address));
      } catch (IOException e) {
        return Items.of(Item.failed(problem(address, e)));
      }
    }

    private Items openAll(String name, InputStream bytes) {
      try {
        return unpack(Input.of(name, null, bytes));
      } catch (IOException e) {
        return Items.of(Item.failed(problem(name, e)));
      }
    }

    private Items unpack(Input input) throws IOException {
      byte[] head = input.head();
      boolean gzip = head.length > 1 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B;
      return Documents.this.read(
          gzip ? Input.of(input.name(), input.contentType(), unzip(input.bytes())) : input);
    }

    private static InputStream unzip(InputStream bytes) {
      Counted packed = new Counted(bytes);
      return new Unpacked(new Members(packed), packed);
    }

    void close() {
      waiting.clear();
      closeOpen();
    }

    private void closeOpen() {
      try {
        open.close();
      } catch (IOException e) {
        // Nothing was asked of this input any more: that it does not close harms nobody.
      }
      open = Items.of();
    }
  }

  static Problem problem(String where, Exception e) {
    return switch (e) {
      case Fetch.FetchException f -> f.problem();
      case NoSuchFileException _ ->
          new Problem(Problem.Kind.NOT_FOUND, where, "there is no such file or folder");
      case AccessDeniedException _ ->
          new Problem(Problem.Kind.FORBIDDEN, where, "may not be read: no permission");
      case java.io.EOFException _ ->
          new Problem(Problem.Kind.TRUNCATED, where, "ends in the middle; the file is cut off");
      case Unpacked.BombException _ ->
          new Problem(Problem.Kind.TOO_LARGE, where, Unpacked.BombException.WORDS);
      case java.util.zip.ZipException _ ->
          new Problem(Problem.Kind.MALFORMED, where, "is damaged gzip; what follows was left out");
      default -> new Problem(Problem.Kind.MALFORMED, where, "cannot be read: " + e.getMessage());
    };
  }
}
