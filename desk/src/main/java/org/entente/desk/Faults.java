package org.entente.desk;

import jakarta.servlet.RequestDispatcher;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.entente.store.StoreException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Turns what went wrong into a page of one sentence. What a reader cannot act on is logged with its
 * cause and a number, and the page names the number.
 */
final class Faults {
  private static final Logger LOG = System.getLogger(Faults.class.getName());

  private static final String UNREADABLE =
      "This address has a part that cannot be read: a percent sign in it has no two digits behind it"
          + " that make a letter. Ask anew by the form of the page.";

  private final Pages pages;
  private final AtomicLong number = new AtomicLong();

  Faults(Pages pages) {
    this.pages = pages;
  }

  HandlerFunction<ServerResponse> guard(HandlerFunction<ServerResponse> handler) {
    return request -> {
      try {
        return handler.handle(request);
      } catch (Fault fault) {
        return page(request, fault);
      } catch (StoreException e) {
        return page(request, of(request.path(), e));
      } catch (InvalidParameterException e) { // the address has a part that is no text
        boolean large = e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
        HttpStatus status = large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        return page(request, new Fault(status, large ? tooLarge(request) : UNREADABLE));
      } catch (Exception e) {
        return page(request, unexpected(request.path(), e));
      }
    };
  }

  private Fault of(String path, StoreException e) {
    HttpStatus status =
        switch (e.reason()) {
          case UNKNOWN_ACTOR, UNKNOWN, OUTSIDE -> HttpStatus.NOT_FOUND;
          case REFUSED -> HttpStatus.FORBIDDEN;
          case OVERTAKEN -> HttpStatus.CONFLICT;
          case LOCKED, READ_ONLY, FULL, UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
      return unexpected(path, e);
    }
    if (status.is5xxServerError()) {
      LOG.log(Level.ERROR, "the store failed at " + path, e);
    }
    return new Fault(status, sentence(String.valueOf(e.getMessage())));
  }

  private Fault unexpected(String path, Throwable e) {
    long id = number.incrementAndGet();
    LOG.log(Level.ERROR, "fault " + id + " at " + path, e);
    return new Fault(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "This page failed for a reason that is not yours. The log has the cause as fault "
            + id
            + ".");
  }

  private static String sentence(String words) {
    String begun = words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    return begun.endsWith(".") || begun.endsWith("?") ? begun : begun + ".";
  }

  ServerResponse nothingHere(ServerRequest request) {
    return page(request, Fault.missing("There is no page at this address."));
  }

  /** What Tomcat and Spring Security refuse before a handler is reached. */
  ServerResponse refused(ServerRequest request) {
    Object code = request.servletRequest().getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    Object cause = request.servletRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (cause instanceof InvalidParameterException e) { // a form that is too large, or no form
      status = HttpStatus.resolve(e.getErrorCode());
    } else if (cause instanceof Throwable e) {
      return page(request, unexpected(request.path(), e));
    }
    HttpStatus known = status == null ? HttpStatus.BAD_REQUEST : status;
    String words =
        switch (known) {
          case CONTENT_TOO_LARGE -> tooLarge(request);
          case FORBIDDEN -> forbidden(request);
          default -> words(known);
        };
    return page(request, new Fault(known, words));
  }

  /** Whoever sends a form has loaded its page, and got a cookie there. */
  private static String forbidden(ServerRequest request) {
    Object method = request.servletRequest().getAttribute(RequestDispatcher.ERROR_METHOD);
    return "POST".equals(method) && request.cookies().isEmpty()
        ? "Your browser sent no cookie of the desk. It keeps them over https only, or on the desk's own"
            + " machine, and where cookies are allowed; see to that, go back to the form and load its"
            + " page again."
        : "You may not do this. If you may, the form is from an older session: sign in, load its page"
            + " again and retry.";
  }

  private static String tooLarge(ServerRequest request) {
    String type = String.valueOf(request.servletRequest().getContentType());
    return type.startsWith("multipart/form-data")
        ? "That is too large; the desk takes files up to 64 MB. Larger files go in by its terminal:"
            + " entente add FILE, or entente review import FILE for the export of a blog."
        : "That is too large; a form takes up to 2 MB. Upload it as a file, which may have 64 MB.";
  }

  private static String words(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> "Only members may do this; sign in first.";
      case NOT_FOUND -> "There is no page at this address.";
      case METHOD_NOT_ALLOWED -> "This address cannot be used that way.";
      default ->
          status.is4xxClientError()
              ? "The desk cannot make sense of this request."
              : "The desk failed; its log has the cause.";
    };
  }

  ServerResponse page(ServerRequest request, Fault fault) {
    return pages.page(
        request,
        new Page(fault.status().getReasonPhrase(), "fault.jte", fault).withStatus(fault.status()));
  }
}
