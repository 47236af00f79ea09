package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.relation.ActorKey;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class ReviewsTest {
  private static final Entente ENTENTE = Entente.create();
  private static final Instant NOW = Instant.parse("2013-05-08T09:00:00Z");

  private final Databases database;
  @TempDir private Path folder;
  private Store store;
  private Reviews reviews;

  ReviewsTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
    reviews = new Reviews(store);
    Metadata day = Metadata.dated(LocalDate.of(2013, 5, 7));
    String text =
        "Russia condemned the United States on Tuesday. France praised Germany. Iran praised Oman.";
    store.add(ENTENTE.read(Document.plain("one", text, day)), ENTENTE.version());
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private StoredEvent first(Reviews.Order order) {
    return reviews.queue(order, 1).getFirst();
  }

  private static Correction verdict(Correction.Verdict verdict) {
    return Correction.of(verdict, "Ada", NOW, "read it twice");
  }

  @Test
  void theRareCodeComesFirstAndWhatWasCheckedComesNoMore() {
    StoredEvent rare = first(Reviews.Order.RARE);
    assertThat(rare.type().root()).isEqualTo("11");
    long waiting = reviews.waiting();
    reviews.check(rare.id(), verdict(Correction.Verdict.ACCEPTED), Reviews.Order.RARE);

    assertThat(reviews.waiting()).isEqualTo(waiting - 1);
    for (Reviews.Order order : Reviews.Order.values()) {
      assertThat(reviews.queue(order, 50)).extracting(StoredEvent::id).doesNotContain(rare.id());
    }
  }

  @Test
  void theRuleNeverCheckedComesFirst() {
    StoredEvent seen = first(Reviews.Order.UNSEEN);
    reviews.check(seen.id(), verdict(Correction.Verdict.ACCEPTED), Reviews.Order.UNSEEN);

    assertThat(first(Reviews.Order.UNSEEN).rule()).isNotEqualTo(seen.rule());
  }

  @Test
  void aRejectedEventCountsNoMoreAndWhoWhenAndWhyAreKept() {
    StoredEvent event = first(Reviews.Order.RARE);
    ActorKey russia = ActorKey.parse("RUS");
    ActorKey america = ActorKey.parse("USA");
    assertThat(store.counted(russia, america)).hasSize(1);
    reviews.check(event.id(), verdict(Correction.Verdict.REJECTED), Reviews.Order.RARE);

    assertThat(store.counted(russia, america)).isEmpty();
    Checked kept = reviews.history(event.id()).getFirst();
    assertThat(kept.by()).isEqualTo("Ada");
    assertThat(kept.at()).isEqualTo(NOW);
    assertThat(kept.reason()).isEqualTo("read it twice");
    assertThat(kept.machine()).contains("111", "Russia → United States");
  }

  @Test
  void theErrorRateTellsOfThoseDrawnByChanceWhereAnyAre() {
    assertThat(reviews.errorRate().known()).isFalse();
    StoredEvent doubtful = first(Reviews.Order.DOUBT);
    reviews.check(doubtful.id(), verdict(Correction.Verdict.REJECTED), Reviews.Order.DOUBT);
    assertThat(reviews.errorRate()).isEqualTo(new ErrorRate(1, 1, false));

    StoredEvent drawn = first(Reviews.Order.CHANCE);
    reviews.check(drawn.id(), verdict(Correction.Verdict.ACCEPTED), Reviews.Order.CHANCE);
    assertThat(reviews.errorRate()).isEqualTo(new ErrorRate(1, 0, true));
  }

  @Test
  void theIntervalIsThatOfWilson() {
    // Newcombe (1998), table I: 81 of 263 gives .2553 to .3662; 15 of 148 gives .0624 to .1605.
    ErrorRate rate = new ErrorRate(263, 81, true);
    assertThat(rate.low()).isCloseTo(0.2553, within(0.0001));
    assertThat(rate.high()).isCloseTo(0.3662, within(0.0001));
    assertThat(new ErrorRate(148, 15, true).low()).isCloseTo(0.0624, within(0.0001));
    assertThat(new ErrorRate(148, 15, true).high()).isCloseTo(0.1605, within(0.0001));
    assertThat(new ErrorRate(20, 0, true).low()).isZero();
  }

  @Test
  void theQueueByChanceReachesEveryEvent() {
    List<Long> drawn =
        reviews.queue(Reviews.Order.CHANCE, 50).stream().map(StoredEvent::id).toList();
    assertThat(drawn).hasSize((int) reviews.waiting()).doesNotHaveDuplicates();
  }

  @Test
  void thePassageHoldsTheEvent() {
    StoredEvent event = first(Reviews.Order.DOUBT);
    assertThat(reviews.passage(event).in(store.content(event.article().document())))
        .contains(event.exact());
  }
}
