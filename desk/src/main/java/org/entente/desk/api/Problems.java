package org.entente.desk.api;

import java.util.Locale;
import java.util.Map;
import org.entente.desk.Fault;
import org.entente.store.StoreException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Tells programs what is wrong, as {@code application/problem+json} (RFC 9457). */
final class Problems {
  /** Seconds after which to ask again when a desk is busy. */
  private static final String LATER = "30";

  private Problems() {}

  /** Answers programs in their own way; what is nobody's fault goes on to the desk's log. */
  static ServerResponse guarded(ServerRequest request, HandlerFunction<ServerResponse> handler) {
    try {
      return handler.handle(request);
    } catch (Fault fault) {
      return of(fault.status(), fault.sentence());
    } catch (StoreException e) {
      HttpStatus status =
          switch (e.reason()) {
            case UNKNOWN_ACTOR -> HttpStatus.BAD_REQUEST;
            case UNKNOWN, OUTSIDE -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.SERVICE_UNAVAILABLE;
          };
      return of(status, sentence(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ServerResponse of(HttpStatus status, String detail) {
    ServerResponse.BodyBuilder answer = ServerResponse.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, LATER);
    }
    return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(members(status, detail));
  }

  static Map<String, Object> members(HttpStatus status, String detail) {
    return Map.of("title", status.getReasonPhrase(), "status", status.value(), "detail", detail);
  }

  static String sentence(String words) {
    String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }
}
