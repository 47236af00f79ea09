package org.entente.desk.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.entente.desk.Links;
import org.entente.desk.Room;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Grain;
import org.entente.relation.Side;
import org.entente.relation.Verdict;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.entente.store.StoredWatch;
import org.entente.store.WatchMails;
import org.entente.store.Watches;
import org.jspecify.annotations.Nullable;

/** Looks for what is new in each watch, and sends it. Thread-safe; one look at a time. */
public final class Watching implements AutoCloseable {
  private static final int MOST = 500;
  private static final int SUMMARY = 12;
  private static final Logger LOG = System.getLogger(Watching.class.getName());

  private final Room room;
  private final Watches watches;
  private final WatchMails mails;
  private final Sender sender;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watches").daemon().factory());

  public Watching(Room room, Sender sender) {
    this.room = room;
    this.watches = new Watches(room.store());
    this.mails = new WatchMails(room.store());
    this.sender = sender;
  }

  /** Begins to look every minute. */
  public void begin() {
    ticker.scheduleWithFixedDelay(this::lookAndSend, 20, 60, TimeUnit.SECONDS);
  }

  /** Looks soon, in the background. */
  public void soon() {
    ticker.execute(this::lookAndSend);
  }

  private void lookAndSend() {
    try {
      look();
      send();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the watches could not be looked at", e);
    }
  }

  /** Sends now what waits; gives how many sendings arrived. */
  int send() {
    return sender.send();
  }

  /** Looks at all watches now; gives how many items are new. */
  public synchronized int look() {
    int found = 0;
    for (StoredWatch watch : watches.all()) {
      Watches.News news = watches.news(watch, MOST);
      if (news.upTo() > watch.last()) {
        List<StoredWatch.Item> items = new ArrayList<>(items(news));
        rare(watch, news).ifPresent(items::add);
        found += watches.found(watch, items, news.upTo(), channels(watch)).size();
      }
    }
    return found;
  }

  private List<StoredWatch.Channel> channels(StoredWatch watch) {
    List<StoredWatch.Channel> channels = new ArrayList<>();
    if (mails.may(watch)) {
      channels.add(StoredWatch.Channel.MAIL);
    }
    if (!watch.to().hook().isEmpty()) {
      channels.add(StoredWatch.Channel.HOOK);
    }
    return channels;
  }

  /** One item for each article, the oldest first. */
  private static List<StoredWatch.Item> items(Watches.News news) {
    Map<Long, List<StoredEvent>> events =
        news.events().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.article().id(), LinkedHashMap::new, Collectors.toList()));
    List<StoredWatch.Item> items = new ArrayList<>();
    for (StoredArticle article : news.articles()) {
      List<StoredEvent> here = events.getOrDefault(article.id(), List.of());
      items.add(item(article, here));
    }
    return items;
  }

  private static StoredWatch.Item item(StoredArticle article, List<StoredEvent> events) {
    String title = article.headline() == null ? "Without headline" : article.headline();
    String outlet = article.outlet() == null ? "" : article.outlet() + ". ";
    String summary =
        events.stream().limit(SUMMARY).map(Watching::words).collect(Collectors.joining("; "));
    String path = events.isEmpty() ? Links.article(article.id()) : Links.event(events.getFirst());
    // The name and place of an article outlive a new version of its text.
    String key = "article " + article.name() + " " + title;
    return new StoredWatch.Item(
        0, key, title, outlet + summary, path, article.day(), Instant.EPOCH);
  }

  private static String words(StoredEvent event) {
    return name(event.source())
        + " → "
        + name(event.target())
        + ": "
        + event.type().name().toLowerCase(Locale.ROOT)
        + " ("
        + event.status().word()
        + ")";
  }

  private static String name(@Nullable Actor actor) {
    return actor == null ? "nobody named" : actor.name();
  }

  /** The week of the newest article, where it is rare for the two. */
  private Optional<StoredWatch.Item> rare(StoredWatch watch, Watches.News news) {
    LocalDate day =
        news.articles().stream()
            .map(StoredArticle::day)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    if (!watch.rare() || day == null) {
      return Optional.empty();
    }
    ActorKey one = watch.actors().getFirst();
    ActorKey other = watch.actors().getLast();
    Answer answer = room.answer(one, other, Grain.WEEK, day);
    List<Side> sides = Stream.of(Side.values()).filter(s -> isRare(answer, s)).toList();
    if (sides.isEmpty()) {
      return Optional.empty();
    }
    LocalDate week = Grain.WEEK.start(day);
    String words = sides.stream().map(Watching::word).collect(Collectors.joining(" and "));
    String names = room.names().name(one) + " and " + room.names().name(other);
    return Optional.of(
        new StoredWatch.Item(
            0,
            "week " + week + " " + words + " " + pair(watch),
            "A rare week of " + words + ": " + names,
            sides.stream().map(s -> answer.rarity(s).words()).collect(Collectors.joining(" ")),
            Links.pair(one.toString(), other.toString(), Grain.WEEK, day),
            day,
            Instant.EPOCH));
  }

  /** The two in one order, since a watch may turn to another pair, or name the two otherwise. */
  private static String pair(StoredWatch watch) {
    return watch.actors().stream()
        .map(ActorKey::toString)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static boolean isRare(Answer answer, Side side) {
    return answer.rarity(side).verdict() == Verdict.RARE;
  }

  private static String word(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
  }
}
