package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.relation.ActorKey;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.StoredAnnouncement.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What was announced comes due, and later events decide what became of it. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class CalendarTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate ANNOUNCED = LocalDate.of(2013, 5, 7);
  private static final LocalDate IN_TIME = LocalDate.of(2013, 6, 12);
  private static final LocalDate TOO_LATE = LocalDate.of(2013, 7, 3);

  private final Databases database;
  @TempDir private Path folder;
  private Store store;

  CalendarTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
    add("Norway and Sweden agreed to hold talks in June.", ANNOUNCED);
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private void add(String text, LocalDate day) {
    Metadata metadata = new Metadata("A headline", null, "The Test Gazette", null, day, "en");
    store.add(ENTENTE.read(Document.plain(text, text, metadata)), ENTENTE.version());
  }

  private StoredAnnouncement seen(LocalDate on) {
    List<StoredAnnouncement> all = store.calendar(null, on);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void itIsDueUntilItsDaysAreOver() {
    assertThat(seen(IN_TIME).outcome()).isEqualTo(Outcome.DUE);
    assertThat(seen(TOO_LATE).outcome()).isEqualTo(Outcome.NOT_SEEN);
    assertThat(seen(IN_TIME).date().from()).isEqualTo(LocalDate.of(2013, 6, 1));
    assertThat(seen(IN_TIME).participants()).hasSize(2);
  }

  @Test
  void aMeetingOfTheTwoKeepsIt() {
    add("The foreign ministers of Norway and Sweden met on Wednesday.", IN_TIME);
    assertThat(seen(TOO_LATE).outcome()).isEqualTo(Outcome.KEPT);
    assertThat(seen(TOO_LATE).outcomeDay()).isEqualTo(IN_TIME);
  }

  @Test
  void aMeetingOfOthersDoesNot() {
    add("Norway and Denmark held talks on Wednesday.", IN_TIME);
    assertThat(seen(TOO_LATE).outcome()).isEqualTo(Outcome.NOT_SEEN);
  }

  @Test
  void heldAfterItsDaysItIsLate() {
    add("Norway and Sweden held talks on Wednesday.", TOO_LATE);
    assertThat(seen(TOO_LATE.plusDays(7)).outcome()).isEqualTo(Outcome.LATE);
  }

  @Test
  void refusedByOneItIsDropped() {
    add("Norway refused on Wednesday to hold talks with Sweden.", IN_TIME);
    assertThat(seen(TOO_LATE).outcome()).isEqualTo(Outcome.DROPPED);
  }

  @Test
  void whatTwoAnnouncedIsFoundAmongAll() {
    add("Brazil and Chile agreed to call a conference on fish in June.", ANNOUNCED);
    assertThat(store.calendar(null, IN_TIME)).hasSize(2);
    assertThat(store.calendar(new ActorKey("SWE", ""), new ActorKey("NOR", ""), IN_TIME))
        .containsExactly(seenOf("talks"));
    assertThat(store.calendar(new ActorKey("SWE", ""), new ActorKey("BRA", ""), IN_TIME)).isEmpty();
  }

  private StoredAnnouncement seenOf(String words) {
    return store.calendar(null, IN_TIME).stream()
        .filter(a -> a.exact().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void toDineIsNotToHoldAConference() {
    add("Brazil and Chile agreed to call a conference on fish in June.", ANNOUNCED);
    add("The presidents of Brazil and Chile met on Wednesday.", IN_TIME);
    assertThat(store.calendar(null, TOO_LATE))
        .filteredOn(a -> a.exact().contains("fish"))
        .hasSize(1)
        .allMatch(a -> a.outcome() == Outcome.NOT_SEEN);
    add("Brazil and Chile held a conference on fish on Thursday.", IN_TIME.plusDays(1));
    assertThat(store.calendar(null, TOO_LATE))
        .filteredOn(a -> a.exact().contains("fish"))
        .allMatch(a -> a.outcome() == Outcome.KEPT);
  }
}
