package org.entente.desk;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The fields of a form or an address. A field that is longer than it may be, or holds a character
 * that no keyboard writes, is a {@link Fault}.
 *
 * @param request that carries them
 */
public record Form(ServerRequest request) {
  /** A line of text without spaces at its ends; "" when it is missing. */
  public String line(String name, int most) {
    String line = text(name, most).strip();
    if (line.chars().anyMatch(c -> c < 32)) {
      throw Fault.badRequest("The field '" + name + "' must be one line.");
    }
    return line;
  }

  /** Text of several lines; "" when it is missing. */
  public String text(String name, int most) {
    String text = raw(name, most).replace("\r\n", "\n");
    if (text.codePoints().anyMatch(Form::unwritten)) {
      throw Fault.badRequest("The field '" + name + "' holds a character that cannot be shown.");
    }
    return text;
  }

  /** What somebody typed, as it is. */
  public String raw(String name, int most) {
    String text = request.param(name).orElse("");
    if (text.length() > most) {
      throw Fault.badRequest("The field '" + name + "' takes up to " + most + " characters.");
    }
    return text;
  }

  /** One of the values of an enum. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    String chosen = raw(name, 60);
    return java.util.Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equals(chosen))
        .findFirst()
        .orElseThrow(() -> Fault.badRequest("The field '" + name + "' has no such choice."));
  }

  /** A key; empty when it is missing. */
  public Optional<Long> number(String name) {
    String digits = raw(name, 18);
    return digits.isEmpty() ? Optional.empty() : Optional.of(digits(digits, name));
  }

  /** A key that stands in the path. */
  public long inPath(String name) {
    return digits(request.pathVariable(name), name);
  }

  private static long digits(String digits, String name) {
    if (digits.length() > 18 || !digits.matches("[0-9]+")) {
      throw Fault.badRequest("'" + name + "' must be a number.");
    }
    return Long.parseLong(digits);
  }

  /** A file that was chosen; empty where none was, or where the form carries none. */
  public Optional<Part> file(String name) throws IOException, ServletException {
    String type = String.valueOf(request.servletRequest().getContentType());
    return type.startsWith("multipart/form-data")
        ? Optional.ofNullable(request.servletRequest().getPart(name)).filter(p -> p.getSize() > 0)
        : Optional.empty();
  }

  /** A path of this desk where somebody wants to go on; the front page when it is none. */
  public String next() {
    return path(raw("next", 500)).orElse("/");
  }

  /** A path of this desk and of no other; empty where it could lead elsewhere. */
  public static Optional<String> path(String next) {
    return next.matches("/(?![/\\\\])(?:[A-Za-z0-9/_.~?=&+:,@-]|%[0-9A-Fa-f]{2})*")
        ? Optional.of(next)
        : Optional.empty();
  }

  /** Control characters, and those that turn the direction of what follows. */
  private static boolean unwritten(int c) {
    return (c < 32 && c != '\n' && c != '\t')
        || c == 0x7f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
