package org.entente.desk.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.desk.Room;
import org.entente.export.ArticleRecord;
import org.entente.export.Heading;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.entente.export.Selection;
import org.entente.export.Sheet;
import org.entente.export.Written;
import org.entente.relation.ActorKey;
import org.entente.store.StoreException;
import org.entente.store.StoredRecords;
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

  private final Room room;
  private final StoredRecords records;
  private final byte[] description = description();

  public Api(Room room) {
    this.room = room;
    this.records = new StoredRecords(room.store());
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

  /** A whole export; {@code after} goes on with one that broke off. */
  public ServerResponse export(ServerRequest request) {
    return guarded(
        request,
        asked -> {
          String name = asked.pathVariable("layout");
          Layout layout =
              Layouts.named(name)
                  .orElseThrow(() ->
                      Fault.missing(
                          "There is no layout '"
                              + name
                              + "'; there are: "
                              + Layouts.names()
                              + "."));
          Selection selection = selection(asked);
          long after = after(asked);
          if (after > 0 && !layout.isResumable()) {
            throw Fault.badRequest("'" + name + "' cannot be gone on with; leave out 'after'.");
          }
          Heading heading = records.heading(selection);
          return ServerResponse.ok()
              .header(HttpHeaders.CONTENT_TYPE, layout.mediaType())
              .header(HttpHeaders.CONTENT_DISPOSITION, attachment(layout))
              .header("Entente-State", heading.state())
              .build((servlet, response) -> {
                if (!asked.method().equals(HttpMethod.HEAD)) {
                  stream(layout, heading, after, response.getOutputStream());
                }
                return null;
              });
        });
  }

  private static String attachment(Layout layout) {
    return ContentDisposition.attachment()
        .filename("entente-" + layout.name() + "." + layout.extension())
        .build()
        .toString();
  }

  private void stream(Layout layout, Heading heading, long after, OutputStream out)
      throws IOException {
    Sheet sheet =
        layout.sheet(out, heading, after == 0 ? Written.NOTHING : new Written(1, Map.of()));
    if (after == 0) {
      sheet.begin();
    }
    records.each(heading.selection(), after, sheet::add);
    sheet.end();
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
            case UNKNOWN_ACTOR, UNKNOWN, OUTSIDE -> HttpStatus.NOT_FOUND;
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
        .body(
            Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail));
  }

  private static String sentence(String words) {
    String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }
}
