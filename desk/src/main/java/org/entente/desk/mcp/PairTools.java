package org.entente.desk.mcp;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.desk.mcp.Parts.Part;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Bin;
import org.entente.relation.Exposure;
import org.entente.relation.Forecast;
import org.entente.relation.Grain;
import org.entente.relation.Panel;
import org.entente.relation.Rarity;
import org.entente.relation.Series;
import org.entente.relation.Settings;
import org.entente.relation.Side;
import org.entente.store.ActorWords;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoredEvent;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/** What is between two, and how rare that is. Thread-safe. */
final class PairTools {
  /** Weeks that are listed, the latest ones: a year. */
  private static final int WEEKS = 52;

  private final Store store;
  private final ActorWords names;

  PairTools(Store store, ActorWords names) {
    this.store = store;
    this.names = names;
  }

  private record Two(ActorKey one, ActorKey other) {}

  private Two two(Arguments arguments, LocalDate day) {
    Two two =
        new Two(
            names.key(arguments.text("one"), day, store),
            names.key(arguments.text("other"), day, store));
    if (two.one.equals(two.other)) {
      throw new Arguments.Wrong("'one' and 'other' are the same actor.");
    }
    return two;
  }

  /** The days of which anything was read. */
  private DateRange read() {
    return store
        .days()
        .orElseThrow(() -> new Arguments.Wrong("The store holds no article with a day yet."));
  }

  Map<String, Object> pair(Arguments arguments) {
    DateRange asked = Tools.days(arguments);
    DateRange read = read();
    LocalDate from = asked.from().isBefore(read.from()) ? read.from() : asked.from();
    LocalDate to = asked.to().isAfter(read.to()) ? read.to() : asked.to();
    if (to.isBefore(from)) {
      throw new Arguments.Wrong(
          "What was read lies between " + read.from() + " and " + read.to() + ".");
    }
    Two two = two(arguments, to);
    Answer answer = answer(two, new Answer.Asked(Grain.WEEK, from, to, Exposure.ARTICLES));
    Part part = pair(two);
    part.put("weeks", weeks(answer.series()));
    long limit = arguments.number("limit");
    long after = arguments.number("after");
    Query query =
        Query.ALL
            .withActors(List.of(two.one, two.other))
            .withDays(from, to)
            .withPage((int) limit + 1, (int) after);
    List<StoredEvent> events = store.events(query);
    return Listing.of(events, Parts::event, limit, after).into(part, "events");
  }

  private Answer answer(Two two, Answer.Asked asked) {
    return store.answer(two.one, two.other, asked, Settings.of(asked.grain()));
  }

  private Part pair(Two two) {
    return new Part().with("one", side(two.one)).with("other", side(two.other));
  }

  private Part side(ActorKey key) {
    return new Part()
        .with("key", Untrusted.of(key.toString(), Parts.NAME))
        .with("name", Untrusted.of(names.name(key), Parts.NAME));
  }

  private static List<Part> weeks(Series series) {
    List<Bin> bins = series.bins();
    return bins.subList(Math.max(0, bins.size() - WEEKS), bins.size()).stream()
        .filter(bin -> !bin.isGap())
        .map(PairTools::read)
        .toList();
  }

  private static Part read(Bin bin) {
    Part part = new Part().withDay("from", bin.start());
    for (Side side : Side.values()) {
      part.put(
          side.name().toLowerCase(Locale.ROOT),
          bin.tally(side, org.entente.relation.Part.ALL).events());
    }
    part.put("articlesRead", bin.articles());
    part.put("sentencesNamingBoth", bin.sentences());
    return part;
  }

  Map<String, Object> rarity(Arguments arguments) {
    DateRange read = read();
    LocalDate on = or(arguments.day("on"), read.to());
    LocalDate since = or(arguments.day("since"), read.from().isBefore(on) ? read.from() : on);
    if (on.isBefore(since)) {
      throw new Arguments.Wrong("'on', " + on + ", lies before 'since', " + since + ".");
    }
    Grain grain = Grain.valueOf(arguments.text("by").toUpperCase(Locale.ROOT));
    Two two = two(arguments, on);
    Answer answer = answer(two, new Answer.Asked(grain, since, on, Exposure.ARTICLES));
    Bin bin = answer.bin();
    Part part = pair(two).with("by", grain.noun()).withDay("from", bin.start());
    part.withDay("to", grain.plus(bin.start(), 1).minusDays(1));
    part.put("articlesRead", bin.articles());
    part.put("sentencesNamingBoth", bin.sentences());
    for (Side side : Side.values()) {
      part.put(side.name().toLowerCase(Locale.ROOT), rarity(answer.rarity(side)));
    }
    return part;
  }

  private static LocalDate or(@Nullable LocalDate given, LocalDate otherwise) {
    return given == null ? otherwise : given;
  }

  private static Part rarity(Rarity rarity) {
    Part part = new Part().with("verdict", Parts.lower(rarity.verdict()));
    part.with("why", rarity.doubt() == null ? null : Parts.lower(rarity.doubt()));
    part.put("events", (Object) rarity.bin().events());
    part.put("n", rarity.past());
    part.put("nRead", rarity.covered());
    part.with("rank", rarity.rank() == 0 ? null : rarity.rank());
    Forecast forecast = rarity.forecast();
    if (forecast != null) {
      part.withNumber("expected", forecast.expected())
          .withNumber("expectedLow", forecast.low())
          .withNumber("expectedHigh", forecast.high())
          .withNumber("tailProbability", forecast.tail(rarity.model()))
          .with("rareFrom", forecast.rareFrom());
    }
    part.with("model", Parts.lower(rarity.model()));
    part.with("asHighBefore", rarity.asHigh().stream().map(PairTools::row).toList());
    return part.with("inWords", rarity.words());
  }

  private static Part row(Panel.Row row) {
    return new Part().withDay("from", row.start()).with("events", row.events());
  }
}
