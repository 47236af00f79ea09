package org.entente.desk.api;

import java.util.Optional;
import org.entente.desk.Fault;
import org.entente.desk.Kept;
import org.entente.desk.Room;
import org.entente.export.FileKind;
import org.entente.export.Heading;
import org.entente.export.Layout;
import org.entente.export.Selection;
import org.entente.export.WholeFile;
import org.entente.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers with whole exports and parts of them. Thread-safe. */
final class ExportAnswers {
  /** Files whose length is known. */
  private static final int LENGTHS = 200;

  private final Asking asking;
  private final StoredRecords records;
  private final MadeFiles made;
  private final Kept<String, Long> lengths;

  ExportAnswers(Room room, MadeFiles made) {
    this.asking = new Asking(room);
    this.records = new StoredRecords(room.store());
    this.made = made;
    this.lengths = new Kept<>(room.overview()::stamp, LENGTHS);
  }

  ServerResponse answer(ServerRequest request) {
    FileKind kind = Offers.named(request.pathVariable("layout"));
    Selection selection = asking.selection(request);
    long after = Asking.after(request);
    if (after > 0 && !(kind instanceof Layout layout && layout.isResumable())) {
      throw Fault.badRequest(
          "'" + kind.name() + "' cannot be gone on with behind an article; leave out 'after'.");
    }
    Heading heading = records.heading(selection);
    String tag = Download.tag(kind, heading, after);
    Optional<ServerResponse> known = request.checkNotModified(tag);
    if (known.isPresent()) {
      return known.get();
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      return described(HttpStatus.OK, kind, heading, tag).build();
    }
    Download download =
        switch (kind) {
          case WholeFile whole -> made.get(whole, selection);
          case Layout layout -> new StreamedDownload(records, layout, heading, after);
        };
    ByteRange part = part(request, download.tag());
    return part == null ? whole(download) : part(download, part);
  }

  /** What is asked for of a file; null for all of it, also when it changed in between. */
  private static @Nullable ByteRange part(ServerRequest request, String tag) {
    String known = request.headers().firstHeader(HttpHeaders.IF_RANGE);
    return known == null || known.strip().equals(tag)
        ? ByteRange.of(request.headers().firstHeader(HttpHeaders.RANGE))
        : null;
  }

  private static ServerResponse whole(Download download) {
    var answer = described(HttpStatus.OK, download.kind(), download.heading(), download.tag());
    if (download instanceof MadeFile file) {
      answer.header(HttpHeaders.CONTENT_LENGTH, Long.toString(file.length()));
    }
    return answer.build((servlet, response) -> {
      download.write(response.getOutputStream());
      return null;
    });
  }

  /** How long a streamed file is nobody knows before it was made: once, and then that is kept. */
  private ServerResponse part(Download download, ByteRange part) {
    long length = lengths.get(download.tag(), tag -> download.length());
    if (part.first() >= length) {
      return beyond(part, length);
    }
    ByteRange within = part.within(length);
    return described(
            HttpStatus.PARTIAL_CONTENT, download.kind(), download.heading(), download.tag())
        .header(HttpHeaders.CONTENT_RANGE, within.of(length))
        .header(HttpHeaders.CONTENT_LENGTH, Long.toString(within.length()))
        .build((servlet, response) -> {
          download.write(response.getOutputStream(), within);
          return null;
        });
  }

  private static ServerResponse beyond(ByteRange part, long length) {
    HttpStatus status = HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
    return ServerResponse.status(status)
        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Problems.members(
                status,
                "The file has "
                    + length
                    + " bytes; it is whole before byte "
                    + part.first()
                    + "."));
  }

  private static ServerResponse.HeadersBuilder<?> described(
      HttpStatus status, FileKind kind, Heading heading, String tag) {
    return ServerResponse.status(status)
        .header(HttpHeaders.CONTENT_TYPE, kind.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(kind))
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.ETAG, tag)
        .header("Entente-State", heading.state());
  }

  private static String attachment(FileKind kind) {
    return ContentDisposition.attachment()
        .filename("entente-" + kind.name() + "." + kind.extension())
        .build()
        .toString();
  }
}
