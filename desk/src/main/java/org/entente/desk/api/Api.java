package org.entente.desk.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Kept;
import org.entente.desk.Room;
import org.entente.export.ArticleRecord;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.entente.export.Selection;
import org.entente.export.Sheet;
import org.entente.export.Written;
import org.entente.relation.ActorKey;
import org.entente.store.StoreException;
import org.entente.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
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

  /** Files whose length is known. */
  private static final int LENGTHS = 200;

  private final Room room;
  private final StoredRecords records;
  private final byte[] description = description();
  private final Kept<String, Long> lengths;

  public Api(Room room) {
    this.room = room;
    this.records = new StoredRecords(room.store());
    this.lengths = new Kept<>(room.overview()::stamp, LENGTHS);
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
    return guarded(
        request,
        asked -> {
          Layout layout = layout(asked.pathVariable("layout"));
          Selection selection = selection(asked);
          long after = after(asked);
          if (after > 0 && !layout.isResumable()) {
            throw Fault.badRequest(
                "'"
                    + layout.name()
                    + "' cannot be gone on with behind an article; leave out 'after'.");
          }
          Download download = new Download(records, layout, records.heading(selection), after);
          ByteRange part = part(asked, download.tag());
          return part == null ? whole(asked, download) : part(asked, download, part);
        });
  }

  private static Layout layout(String name) {
    return Layouts.named(name)
        .orElseThrow(() -> Fault.badRequest(sentence(Layouts.unknown(name, List.of()))));
  }

  /** What is asked for of a file; null for all of it, also when it changed in between. */
  private static @Nullable ByteRange part(ServerRequest request, String tag) {
    String known = request.headers().firstHeader(HttpHeaders.IF_RANGE);
    return known == null || known.strip().equals(tag)
        ? ByteRange.of(request.headers().firstHeader(HttpHeaders.RANGE))
        : null;
  }

  private static ServerResponse whole(ServerRequest asked, Download download) {
    return described(HttpStatus.OK, download)
        .build((servlet, response) -> {
          if (!asked.method().equals(HttpMethod.HEAD)) {
            download.write(response.getOutputStream());
          }
          return null;
        });
  }

  /** How long a file is nobody knows before it was made: once, and then that is kept. */
  private ServerResponse part(ServerRequest asked, Download download, ByteRange part) {
    long length = lengths.get(download.tag(), tag -> download.length());
    if (part.first() >= length) {
      return ServerResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              members(
                  HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                  "The file has "
                      + length
                      + " bytes; it is whole before byte "
                      + part.first()
                      + "."));
    }
    ByteRange within = part.within(length);
    return described(HttpStatus.PARTIAL_CONTENT, download)
        .header(HttpHeaders.CONTENT_RANGE, within.of(length))
        .header(HttpHeaders.CONTENT_LENGTH, Long.toString(within.length()))
        .build((servlet, response) -> {
          if (!asked.method().equals(HttpMethod.HEAD)) {
            download.write(response.getOutputStream(), within);
          }
          return null;
        });
  }

  private static ServerResponse.HeadersBuilder<?> described(HttpStatus status, Download download) {
    return ServerResponse.status(status)
        .header(HttpHeaders.CONTENT_TYPE, download.layout().mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(download.layout()))
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.ETAG, download.tag())
        .header("Entente-State", download.heading().state());
  }

  private static String attachment(Layout layout) {
    return ContentDisposition.attachment()
        .filename("entente-" + layout.name() + "." + layout.extension())
        .build()
        .toString();
  }

  /** A page of events. */
  public ServerResponse events(ServerRequest request) {
    return guarded(request, asked -> page(asked, "events"));
  }

  /** A page of quotations. */
  public ServerResponse quotations(ServerRequest request) {
    return guarded(request, asked -> page(asked, "quotations"));
  }

  private ServerResponse page(ServerRequest request, String kind) throws IOException {
    int most = Asked.number(request, "limit", USUAL);
    if (most > MOST) {
      throw Fault.badRequest("'limit' is at most " + MOST + " articles; " + most + " is more.");
    }
    Selection selection = selection(request);
    List<ArticleRecord> articles = records.page(selection, after(request), most);
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

  private Selection selection(ServerRequest request) {
    List<ActorKey> pair = new ArrayList<>();
    String words = Asked.words(request, "pair");
    for (String actor : words.isEmpty() ? new String[0] : words.split(",")) {
      pair.add(room.actor(actor.strip()));
    }
    try {
      return new Selection(Asked.day(request, "from"), Asked.day(request, "to"), pair);
    } catch (IllegalArgumentException e) {
      throw Fault.badRequest(sentence(String.valueOf(e.getMessage())));
    }
  }

  private static long after(ServerRequest request) {
    String words = Asked.words(request, "after");
    if (!words.matches("[0-9]{0,18}")) {
      throw Fault.badRequest("'" + words + "' is no id of an article for 'after'.");
    }
    return words.isEmpty() ? 0 : Long.parseLong(words);
  }

  /** Answers programs in their own way; what is nobody's fault goes on to the desk's log. */
  private static ServerResponse guarded(
      ServerRequest request, HandlerFunction<ServerResponse> handler) {
    try {
      return handler.handle(request);
    } catch (Fault fault) {
      return problem(fault.status(), fault.sentence());
    } catch (StoreException e) {
      HttpStatus status =
          switch (e.reason()) {
            case UNKNOWN_ACTOR -> HttpStatus.BAD_REQUEST;
            case UNKNOWN, OUTSIDE -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
          };
      return problem(status, sentence(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerResponse problem(HttpStatus status, String detail) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(members(status, detail));
  }

  private static Map<String, Object> members(HttpStatus status, String detail) {
    return Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail);
  }

  private static String sentence(String words) {
    String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }
}
