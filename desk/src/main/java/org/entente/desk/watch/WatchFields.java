package org.entente.desk.watch;

import java.util.List;
import org.entente.desk.Asked;
import org.entente.relation.ActorKey;
import org.entente.store.Query;
import org.entente.store.StoredWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The fields of the form of a watch, as they are typed.
 *
 * @param name what it is called
 * @param words that the article holds
 * @param a an actor
 * @param b another, for a pair
 * @param code CAMEO codes or their beginnings, apart by spaces
 * @param status of an event, its word
 * @param outlet of the article
 * @param from first day of the article
 * @param to last day
 * @param rare whether rare weeks are told
 * @param mail where mails go
 * @param hook where the webhook is
 */
public record WatchFields(
    String name,
    String words,
    String a,
    String b,
    String code,
    String status,
    String outlet,
    String from,
    String to,
    boolean rare,
    String mail,
    String hook) {
  /** As an address or a form gives them. */
  static WatchFields of(ServerRequest request) {
    return new WatchFields(
        Asked.words(request, "name"),
        Asked.words(request, "words"),
        Asked.words(request, "a"),
        Asked.words(request, "b"),
        Asked.words(request, "code"),
        Asked.words(request, "status"),
        Asked.words(request, "outlet"),
        Asked.words(request, "from"),
        Asked.words(request, "to"),
        request.param("rare").isPresent(),
        Asked.words(request, "mail"),
        Asked.words(request, "hook"));
  }

  /** As a watch has them. */
  static WatchFields of(StoredWatch watch) {
    Query view = watch.view();
    List<ActorKey> actors = view.actors();
    return new WatchFields(
        watch.name(),
        view.words(),
        actors.isEmpty() ? "" : actors.getFirst().toString(),
        actors.size() < 2 ? "" : actors.getLast().toString(),
        String.join(" ", view.codes()),
        view.status() == null ? "" : view.status().word(),
        word(view.outlet()),
        word(view.from()),
        word(view.to()),
        watch.rare(),
        watch.to().mail(),
        watch.to().hook());
  }

  private static String word(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
