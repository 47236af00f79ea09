package org.entente.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;

/**
 * WARC archives: one document for each response of status 200 that holds HTML or plain text, and
 * for each conversion to plain text (WET). Records of other kinds are passed over; a record that
 * cannot be read is a problem with its place, and those after it are read.
 */
final class WarcReader implements DocumentReader {
  @Override
  public boolean accepts(Input input) {
    return input.start().startsWith("warc/");
  }

  @Override
  public Items read(Input input) {
    return new Records(input, new WarcRecords(input.bytes()));
  }

  private record Records(Input input, WarcRecords records) implements Items {
    @Override
    public @Nullable Item next() throws IOException {
      try {
        for (WarcRecords.Record record = records.next(); record != null; record = records.next()) {
          Item item = item(record, where());
          if (item != null) {
            return item;
          }
        }
        return null;
      } catch (WarcRecords.BrokenException e) {
        return Item.failed(e.kind(), where(), String.valueOf(e.getMessage()));
      }
    }

    private String where() {
      return input.name() + "#" + records.number();
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }

  private static @Nullable Item item(WarcRecords.Record record, String where) throws IOException {
    boolean conversion = record.field("warc-type").equals("conversion");
    boolean response =
        record.field("warc-type").equals("response")
            && record.field("content-type").toLowerCase(Locale.ROOT).startsWith("application/http");
    boolean rules =
        record.field("warc-target-uri").endsWith("/robots.txt"); // for crawlers, no page
    if (rules || !conversion && !response) {
      return null;
    }
    byte[] body = record.body();
    if (body == null) {
      return Limits.tooLarge(where);
    }
    return conversion
        ? PlainReader.item(where, body, "UTF-8", addressed(record))
        : page(record, body, where);
  }

  private static @Nullable Item page(WarcRecords.Record record, byte[] body, String where) {
    HttpMessage http = HttpMessage.of(body);
    if (http == null) {
      return Item.failed(
          Problem.Kind.MALFORMED, where, "holds no HTTP response; the record was left out");
    }
    String type = http.header("content-type").toLowerCase(Locale.ROOT);
    boolean html = type.isBlank() || type.contains("html");
    if (http.status() != 200 || (!html && !type.startsWith("text/plain"))) {
      return null;
    }
    HttpMessage.Body page = http.decoded();
    if (page.bytes() == null) {
      return Item.failed(Problem.Kind.BINARY, where, page.fault());
    }
    Item item =
        html
            ? HtmlReader.item(where, page.bytes(), type, addressed(record))
            : PlainReader.item(where, page.bytes(), PlainReader.charset(type), addressed(record));
    return page.fault().isEmpty() ? item : faulty(item, where, page.fault());
  }

  private static Item faulty(Item item, String where, String fault) {
    List<Problem> problems = new ArrayList<>(item.problems());
    problems.add(new Problem(Problem.Kind.TRUNCATED, where, fault));
    return new Item(item.document(), problems);
  }

  private static Metadata addressed(WarcRecords.Record record) {
    String url = record.field("warc-target-uri");
    boolean bracketed = url.startsWith("<") && url.endsWith(">"); // as WARC 1.0 was misread to ask
    String bare = bracketed ? url.substring(1, url.length() - 1) : url;
    return new Metadata(null, null, null, bare.isBlank() ? null : bare, null, null);
  }
}
