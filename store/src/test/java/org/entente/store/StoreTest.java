package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.relation.ActorKey;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.statement.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The same questions to both databases. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class StoreTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final ActorKey RUSSIA = ActorKey.parse("RUS");
  private static final ActorKey AMERICA = ActorKey.parse("USA");

  private final Databases database;
  @TempDir private Path folder;
  private Store store;

  StoreTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
  }

  @AfterEach
  void close() {
    if (store != null) { // where the test was skipped
      store.close();
    }
  }

  private Added add(String name, String text, LocalDate day) {
    Metadata metadata = new Metadata("A headline", null, "The Test Gazette", null, day, "en");
    return store.add(ENTENTE.read(Document.plain(name, text, metadata)), ENTENTE.version());
  }

  @Test
  void addsADocumentOnce() {
    assertThat(add("one", "Russia condemned the United States on Tuesday.", DAY))
        .isEqualTo(Added.NEW);
    assertThat(add("one", "Russia condemned the United States on Tuesday.", DAY))
        .isEqualTo(Added.UNCHANGED);
    assertThat(store.events(Query.ALL)).hasSize(1);
    assertThat(store.articles(Query.ALL)).hasSize(1);
  }

  @Test
  void keepsWhatTheReadingSays() {
    add(
        "one",
        "\"We will never agree,\" said Sergei Lavrov. Russia condemned the United States.",
        DAY);
    StoredEvent event = store.events(Query.ALL.withCodes(List.of("11"))).getFirst();
    assertThat(event.exact()).contains("condemned");
    assertThat(event.source()).isNotNull();
    assertThat(event.source().country()).isEqualTo("RUS");
    assertThat(event.target().country()).isEqualTo("USA");
    assertThat(event.day()).isEqualTo(DAY);
    assertThat(event.status()).isEqualTo(Status.HAPPENED);
    assertThat(event.article().outlet()).isEqualTo("The Test Gazette");
    StoredStatement statement = store.statementsOf(event.article().id()).getFirst();
    assertThat(statement.exact()).contains("We will never agree");
    assertThat(statement.speaker().name()).isEqualTo("Sergei Lavrov");
    assertThat(statement.speaker().office()).contains("foreign minister");
  }

  @Test
  void theSameTextFromElsewhereIsACopy() {
    add("one", "Russia condemned the United States on Tuesday.", DAY);
    assertThat(add("two", "Russia condemned the United States on Tuesday.", DAY))
        .isEqualTo(Added.COPY);
    assertThat(store.events(Query.ALL)).hasSize(1);
    assertThat(store.articles(Query.ALL)).hasSize(2).anyMatch(a -> a.copyOf() != null);
    assertThat(store.coverage(RUSSIA, AMERICA))
        .containsExactly(new org.entente.relation.Coverage(DAY, 1, 1));
  }

  @Test
  void aChangedTextIsANewVersion() {
    add("one", "Russia condemned the United States on Tuesday.", DAY);
    assertThat(add("one", "Russia praised the United States on Tuesday.", DAY))
        .isEqualTo(Added.NEW_VERSION);
    assertThat(store.events(Query.ALL)).hasSize(1).allMatch(e -> e.type().quad() == 1);
    assertThat(store.counted(RUSSIA, AMERICA)).hasSize(1);
    assertThat(store.coverage(RUSSIA, AMERICA)).hasSize(1).allMatch(c -> c.articles() == 1);
  }

  @Test
  void countsBothDirectionsAndWhatWasRead() {
    add("one", "Russia condemned the United States on Tuesday.", DAY);
    add("two", "The United States threatened Russia with sanctions on Wednesday.", DAY.plusDays(1));
    add("three", "Nothing happened in Gondor.", DAY.plusDays(2));
    assertThat(store.counted(RUSSIA, AMERICA))
        .extracting(e -> e.source() + " " + e.target())
        .containsExactlyInAnyOrder("RUS USA", "USA RUS");
    assertThat(store.coverage(RUSSIA, AMERICA)).hasSize(3);
    assertThat(store.days()).hasValueSatisfying(d -> assertThat(d.from()).isEqualTo(DAY));
  }

  @Test
  void correctionsWinAndAreKeptApart() {
    add("one", "Russia condemned the United States on Tuesday.", DAY);
    StoredEvent event = store.events(Query.ALL).getFirst();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    store.correct(event.id(), Correction.of(Correction.Verdict.REJECTED, "Éowyn", now, "a joke"));
    assertThat(store.counted(RUSSIA, AMERICA)).isEmpty();
    store.correct(
        event.id(),
        new Correction(
            Correction.Verdict.CHANGED,
            "050",
            null,
            null,
            event.source(),
            "Éowyn",
            now,
            "no joke"));
    StoredEvent changed = store.events(Query.ALL).getFirst();
    assertThat(changed.type().code()).isEqualTo("050");
    assertThat(changed.machineCode()).isEqualTo(event.type().code());
    assertThat(changed.target()).isEqualTo(event.source());
    assertThat(store.counted(RUSSIA, AMERICA)).isEmpty();
  }

  @Test
  void findsWordsActorsCodesAndDays() {
    add(
        "one",
        "Russia condemned the United States over Kyïv's \"grain corridor\" on Tuesday.",
        DAY);
    add("two", "China praised Japan.", DAY.plusDays(3));
    assertThat(store.articles(Query.ALL.withWords("grain"))).hasSize(1);
    assertThat(store.articles(Query.ALL.withWords("\"grain corridor\""))).hasSize(1);
    assertThat(store.articles(Query.ALL.withWords("\"corridor grain\""))).isEmpty();
    assertThat(store.articles(Query.ALL.withWords("AND OR * ( \""))).isEmpty();
    assertThat(store.events(Query.ALL.withActors(List.of(ActorKey.parse("chn"))))).hasSize(1);
    assertThat(store.events(Query.ALL.withActors(List.of(AMERICA, RUSSIA)))).hasSize(1);
    assertThat(store.events(Query.ALL.withActors(List.of(AMERICA, ActorKey.parse("CHN")))))
        .isEmpty();
    assertThat(store.events(Query.ALL.withDays(DAY.plusDays(1), null))).hasSize(1);
    assertThat(store.articles(Query.ALL.withOutlet("Nobody's"))).isEmpty();
  }
}
