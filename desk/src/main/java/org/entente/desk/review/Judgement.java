package org.entente.desk.review;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.entente.desk.Asked;
import org.entente.desk.Fault;
import org.entente.statement.Status;
import org.entente.store.Correction;
import org.entente.store.Correction.Verdict;
import org.entente.store.MachineCoding;
import org.entente.store.Reviews;
import org.entente.store.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Makes a correction of what a person sends about an event. The page shows what holds now, which an
 * earlier person may have changed; a correction is kept against what the machine said, so that
 * saying yes to an earlier correction, or changing one more thing, loses nothing of it.
 */
final class Judgement {
  /** The button that takes earlier corrections back: the machine was right. */
  static final String RESTORED = "restored";

  private final Reviews reviews;
  private final List<EventType> types;
  private final StoredEvent event;
  private final MachineCoding machine;
  private final String by;
  private final Instant at;

  Judgement(Reviews reviews, List<EventType> types, StoredEvent event, String by, Instant at) {
    this.reviews = reviews;
    this.types = types;
    this.event = event;
    this.machine = reviews.machine(event.id());
    this.by = by;
    this.at = at;
  }

  Correction of(ServerRequest request) {
    String reason = Asked.words(request, "reason");
    if (Asked.words(request, "verdict").equals(RESTORED)) {
      return Correction.of(Verdict.ACCEPTED, by, at, reason);
    }
    Verdict verdict =
        Asked.one(request, "verdict", Verdict.class)
            .orElseThrow(
                () -> Fault.badRequest("Say whether the coding is accepted, rejected or changed."));
    return switch (verdict) {
      case REJECTED -> Correction.of(verdict, by, at, reason);
      case ACCEPTED -> against(event.type().code(), event.status(), actors(), reason);
      case CHANGED -> changed(request, reason);
    };
  }

  private record Actors(@Nullable Actor source, @Nullable Actor target) {}

  private Actors actors() {
    return new Actors(event.source(), event.target());
  }

  private Correction changed(ServerRequest request, String reason) {
    String asked = code(Asked.words(request, "code"));
    String code = asked.isEmpty() ? event.type().code() : asked;
    Status status = Asked.one(request, "status", Status.class).orElse(event.status());
    Actors actors =
        new Actors(
            actor(Asked.words(request, "source"), event.source(), machine.source()),
            actor(Asked.words(request, "target"), event.target(), machine.target()));
    if (code.equals(event.type().code()) && status == event.status() && actors.equals(actors())) {
      throw Fault.badRequest(
          "Nothing is changed by this correction; accept the coding if it is right.");
    }
    return against(code, status, actors, reason);
  }

  /** What of it differs from the machine's; where nothing does, the machine was right. */
  private Correction against(String code, Status status, Actors actors, String reason) {
    String otherCode = code.equals(machine.code()) ? null : code;
    Status otherStatus = status == machine.status() ? null : status;
    Actor source = other(actors.source(), machine.source());
    Actor target = other(actors.target(), machine.target());
    boolean same = otherCode == null && otherStatus == null && source == null && target == null;
    return same
        ? Correction.of(Verdict.ACCEPTED, by, at, reason)
        : new Correction(Verdict.CHANGED, otherCode, otherStatus, source, target, by, at, reason);
  }

  private static @Nullable Actor other(@Nullable Actor now, @Nullable Actor machine) {
    return now == null || now.equals(machine) ? null : now;
  }

  /** A code as typed, with or without its name. */
  private String code(String words) {
    String code = words.replaceFirst("\\s.*", "");
    if (!code.isEmpty() && types.stream().noneMatch(t -> t.code().equals(code))) {
      throw Fault.badRequest("'" + code + "' is no CAMEO code; choose one of the list.");
    }
    return code;
  }

  /** Who is meant: as it holds now, as the machine said, or somebody whom the store knows. */
  private @Nullable Actor actor(String words, @Nullable Actor now, @Nullable Actor machine) {
    if (words.equals(name(now))) {
      return now;
    }
    if (words.isEmpty()) {
      throw Fault.badRequest(
          "An actor cannot be taken away from an event; name another, or reject the event.");
    }
    if (machine != null
        && words.toLowerCase(Locale.ROOT).equals(name(machine).toLowerCase(Locale.ROOT))) {
      return machine;
    }
    return reviews
        .actor(words)
        .orElseThrow(() ->
            Fault.badRequest(
                "The store knows nobody called '"
                    + words
                    + "'; choose a name of the list, or write it as an article does."));
  }

  private static String name(@Nullable Actor actor) {
    return actor == null ? "" : actor.name();
  }
}
