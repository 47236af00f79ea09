package org.entente.desk.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Room;
import org.entente.export.ArticleRecord;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.entente.export.Selection;
import org.entente.export.Sheet;
import org.entente.export.Written;
import org.entente.store.StoredRecords;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The read-only interface for programs, as {@code /api/openapi.json} describes it: whole exports,
 * streamed, and pages of records that a cursor goes on from. What a program got wrong is answered
 * as {@code application/problem+json} (RFC 9457). Thread-safe.
 */
public final class Api {
  /** Articles on a page when nobody says how many, and at most. */
  private static final int USUAL = 100;

  private static final int MOST = 1000;

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private final Room room;
  private final Asking asking;
  private final StoredRecords records;
  private final ExportAnswers exports;
  private final byte[] description = description();

  public Api(Room room) {
    this.room = room;
    this.asking = new Asking(room);
    this.records = new StoredRecords(room.store());
    this.exports = new ExportAnswers(room, new MadeFiles(records, MadeFiles.USUAL, TEMPORARY));
  }

  /** The page for people. */
  public DownloadPages downloads() {
    return new DownloadPages(room);
  }

  private static byte[] description() {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("the desk's file openapi.json is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The description of the interface itself. */
  public ServerResponse openApi(ServerRequest request) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(description);
  }

  /**
   * A whole export; {@code after} goes on with one that broke off behind an article, a header
   * {@code Range} behind a byte.
   */
  public ServerResponse export(ServerRequest request) {
    return Problems.guarded(request, exports::answer);
  }

  /** A page of events. */
  public ServerResponse events(ServerRequest request) {
    return Problems.guarded(request, asked -> page(asked, "events"));
  }

  /** A page of quotations. */
  public ServerResponse quotations(ServerRequest request) {
    return Problems.guarded(request, asked -> page(asked, "quotations"));
  }

  private ServerResponse page(ServerRequest request, String kind) throws IOException {
    int most = Asked.number(request, "limit", USUAL);
    if (most > MOST) {
      throw Fault.badRequest("'limit' is at most " + MOST + " articles; " + most + " is more.");
    }
    Selection selection = asking.selection(request);
    List<ArticleRecord> articles = records.page(selection, Asking.after(request), most);
    Layout lines = Layouts.named(kind).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Sheet sheet = lines.sheet(out, records.heading(selection), Written.NOTHING);
    for (ArticleRecord article : articles) {
      sheet.add(article);
    }
    sheet.end();
    String items = out.toString(StandardCharsets.UTF_8).lines().collect(Collectors.joining(",\n"));
    String next =
        articles.size() < most ? "null" : Long.toString(articles.getLast().article().id());
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            ("{\"items\":[\n" + items + "\n],\"next\":" + next + "}\n")
                .getBytes(StandardCharsets.UTF_8));
  }
}
