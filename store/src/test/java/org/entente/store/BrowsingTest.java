package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.Entente;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Settings;
import org.entente.relation.Watch;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.time.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages that browse a store count by indexes is what stands in it, row by row: after new
 * codings, rejected events and articles that come in another order than their days.
 */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class BrowsingTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final ActorKey CHILE = ActorKey.parse("CHL");

  private final Databases database;
  @TempDir private Path folder;
  private Store store;
  private Overview overview;

  BrowsingTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws IOException {
    store = database.open(folder);
    overview = new Overview(store);
    List<String> texts =
        List.of(
            "Chile condemned Brazil. Norway praised Sweden.",
            "Sweden criticised Chile. \"We refuse to meet Chile,\" Brazil said.",
            "Chile praised Norway. Brazil condemned the attack.",
            "Chile accused Brazil of spying. Sweden opposed the plan.");
    for (int i = 0; i < 12; i++) {
      LocalDate day = DAY.plusDays(i * 5 % 12 * 7L);
      Metadata about = new Metadata("Headline " + i, null, "The Test Gazette", null, day, "en");
      Document document = Document.plain("n" + i, texts.get(i % 4) + " Number " + i + ".", about);
      store.add(ENTENTE.read(document), ENTENTE.version());
    }
    StoredEvent rejected = overview.newest(CHILE, DAY.plusYears(1), 1).getFirst();
    store.correct(
        rejected.id(),
        Correction.of(Correction.Verdict.REJECTED, "Ada", Instant.EPOCH, "It does not say so."));
    Path files = Files.createDirectory(folder.resolve("own"));
    Files.writeString(files.resolve("acts.tsv"), "tickle\t111\tdisapprove\tagainst\ttickle\t\n");
    Entente other = Entente.create(files);
    store.toRecode(other).stream().limit(5).forEach(d -> store.recode(d, other));
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private List<StoredEvent> events() {
    return store.events(Query.ALL.withPage(10_000, 0));
  }

  private static Map<String, Integer> counted(List<Overview.Count> counts) {
    return counts.stream()
        .collect(
            Collectors.toMap(
                Overview.Count::name, Overview.Count::times, (a, b) -> b, TreeMap::new));
  }

  private static Map<String, Integer> counted(Stream<String> names) {
    Map<String, Integer> counts = new TreeMap<>();
    names.filter(n -> !n.isEmpty()).forEach(n -> counts.merge(n, 1, Integer::sum));
    return counts;
  }

  private List<String> column(String sql) {
    return store.read(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  @Test
  void actorsCodesAndSpeakersAreCountedAsTheyStand() {
    assertThat(counted(overview.actors()))
        .isEqualTo(
            counted(
                column(
                    "SELECT source_key FROM events WHERE live = 1 UNION ALL SELECT target_key FROM events"
                        + " WHERE live = 1")
                    .stream()))
        .containsKeys("CHL", "BRA");
    assertThat(store.actorKeys())
        .isEqualTo(overview.actors().stream().map(Overview.Count::name).toList());
    assertThat(counted(overview.codes()))
        .isEqualTo(counted(events().stream().map(e -> e.type().code())));
    assertThat(counted(overview.speakers()))
        .isNotEmpty()
        .isEqualTo(
            counted(
                column(
                    "SELECT x.name FROM statement_speakers p JOIN statements s ON s.id = p.statement_id JOIN"
                        + " actors x ON x.id = p.actor_id WHERE s.live = 1 AND x.kind NOT IN"
                        + " ('UNRESOLVED', 'AGENT')")
                    .stream()));
    assertThat(column("SELECT id FROM statements WHERE live = 0")).isNotEmpty();
  }

  @Test
  void theNewestEventsAndSidesOfAnActorComeFirst() {
    List<Long> all =
        events().stream()
            .filter(
                e -> ActorKey.of(e.source()).equals("CHL") || ActorKey.of(e.target()).equals("CHL"))
            .filter(e -> e.day() != null && !e.day().isAfter(DAY.plusDays(60)))
            .sorted((a, b) -> String.valueOf(b.day()).compareTo(String.valueOf(a.day())))
            .map(StoredEvent::id)
            .toList();
    assertThat(overview.newest(CHILE, DAY.plusDays(60), 4))
        .extracting(StoredEvent::id)
        .isEqualTo(all.subList(0, 4));
    assertThat(overview.newest(CHILE, DAY.plusDays(60), 100)).hasSize(all.size());
    for (String key : List.of("CHL", "BRA", "SWE")) {
      ActorKey actor = ActorKey.parse(key);
      List<StoredPosition> sides = store.positions(actor, null, null).reversed();
      assertThat(overview.newestPositions(actor, 2))
          .isEqualTo(sides.subList(0, Math.min(2, sides.size())));
    }
  }

  @Test
  void severalBinsReadTogetherAreTestedAsEachAlone() {
    Settings settings = Settings.of(Grain.WEEK);
    LocalDate last = DAY.plusDays(77);
    WatchedBins bins = new WatchedBins(store, settings, new DateRange(DAY, last));
    List<Watch> together = new ArrayList<>();
    List<Watch> alone = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Answer.Asked asked = new Answer.Asked(Grain.WEEK, DAY, last.minusWeeks(i), Exposure.ARTICLES);
      together.add(bins.watch(asked, 0.05));
      alone.add(store.watch(asked, settings, 0.05));
    }
    assertThat(together).isEqualTo(alone);
    assertThat(alone).allMatch(w -> w.tested() > 0);
  }
}
