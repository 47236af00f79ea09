package org.entente.source;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.entente.text.Problem;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * WARC archives: one document for each response of status 200 that holds HTML or plain text, and
 * for each conversion to plain text (WET). Records of other kinds are passed over.
 */
final class WarcReader implements DocumentReader {
  @Override
  public boolean accepts(Input input) {
    return input.start().startsWith("warc/");
  }

  @Override
  public Items read(Input input) throws IOException {
    return new Records(input, new org.netpreserve.jwarc.WarcReader(input.bytes()));
  }

  private static final class Records implements Items {
    private final Input input;
    private final org.netpreserve.jwarc.WarcReader records;
    private int number;
    private boolean broken;

    Records(Input input, org.netpreserve.jwarc.WarcReader records) {
      this.input = input;
      this.records = records;
    }

    @Override
    public @Nullable Item next() throws IOException {
      try {
        while (!broken) {
          Optional<WarcRecord> record = records.next();
          if (record.isEmpty()) {
            return null;
          }
          number++;
          Item item = item(record.get(), input.name() + "#" + number);
          if (item != null) {
            return item;
          }
        }
        return null;
      } catch (ParsingException e) {
        return broken(
            Problem.Kind.MALFORMED, "is no WARC record; the rest of the archive was left out");
      } catch (IOException e) {
        return broken(Problem.Kind.TRUNCATED, "ends in the middle; the archive is cut off");
      }
    }

    private Item broken(Problem.Kind kind, String message) {
      broken = true;
      long position = records.position();
      return Item.failed(
          kind, input.name() + "#" + (number + 1), "at byte " + position + " " + message);
    }

    @Override
    public void close() throws IOException {
      input.close();
    }
  }

  private static @Nullable Item item(WarcRecord record, String where) throws IOException {
    if (record instanceof WarcConversion conversion) {
      byte[] text = Limits.all(conversion.body().stream());
      return text == null
          ? Limits.tooLarge(where)
          : PlainReader.item(where, text, "UTF-8", addressed(conversion.target()));
    }
    if (!(record instanceof WarcResponse response)
        || !response.contentType().base().toString().equals("application/http")) {
      return null;
    }
    HttpResponse http = response.http();
    String type = http.headers().first("Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
    boolean html = type.contains("html");
    if (http.status() != 200 || (!html && !type.startsWith("text/plain"))) {
      return null;
    }
    byte[] body = Limits.all(http.bodyDecoded().stream());
    if (body == null) {
      return Limits.tooLarge(where);
    }
    Metadata metadata = addressed(response.target());
    return html
        ? HtmlReader.item(where, body, type, metadata)
        : PlainReader.item(where, body, PlainReader.charset(type), metadata);
  }

  private static Metadata addressed(String url) {
    return new Metadata(null, null, null, url, null, null);
  }
}
