package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.entente.Entente;
import org.entente.digest.Digest;
import org.entente.export.ArticleRecord;
import org.entente.export.Selection;
import org.entente.relation.ActorKey;
import org.entente.relation.Coverage;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies whose original got another text, and what that does to ids in files. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class OrphansTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final ActorKey TURKEY = ActorKey.parse("TUR");
  private static final ActorKey SYRIA = ActorKey.parse("SYR");

  private static final String SHELLS =
      "Turkey condemned Syria on Tuesday over the shells that fell on a school in the border town of"
          + " Akcakale. The governor counted eleven craters and closed the market for a week.";
  private static final String FERRY =
      "A ferry with two hundred passengers sank off the island of Cebu. Norway praised Chile for the"
          + " help of its divers, who pulled most of them from the sea before nightfall.";

  private final Databases database;
  @TempDir private Path folder;
  private Store store;

  OrphansTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.open(folder);
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private static org.entente.Reading read(String name, String text) {
    Metadata metadata = new Metadata("Shells", null, name + " Gazette", null, DAY, "en");
    return ENTENTE.read(Document.plain(name, text, metadata));
  }

  private Added add(String name, String text) {
    return store.add(read(name, text), ENTENTE.version());
  }

  private List<StoredArticle> articles(String name) {
    return store.articles(Query.ALL).stream().filter(a -> a.name().equals(name)).toList();
  }

  @Test
  void aCopyIsCodedWhenItsOriginalSaysSomethingElse() throws IOException {
    add("one", SHELLS);
    assertThat(add("two", SHELLS)).isEqualTo(Added.COPY);
    assertThat(add("three", SHELLS)).isEqualTo(Added.COPY);
    add("one", FERRY);
    assertThat(store.counted(TURKEY, SYRIA)).isEmpty();
    assertThat(store.toRecode(ENTENTE)).hasSize(1);
    assertThat(store.codeOrphans(ENTENTE)).isEqualTo(1);
    assertThat(store.codeOrphans(ENTENTE)).isZero();
    assertThat(store.toRecode(ENTENTE)).isEmpty();
    assertThat(store.counted(TURKEY, SYRIA)).hasSize(1);
    assertThat(store.coverage(TURKEY, SYRIA)).containsExactly(new Coverage(DAY, 2, 1));
    StoredArticle two = articles("two").getFirst();
    assertThat(two.copyOf()).isNull();
    assertThat(articles("three").getFirst().copyOf()).isEqualTo(two.id());
    assertThat(store.eventsOf(two.id())).hasSize(1);
    assertThat(store.articles(Query.ALL.withWords("craters")))
        .extracting(StoredArticle::name)
        .contains("two");
    assertThat(records()).anyMatch(r -> r.article().id() == two.id() && !r.events().isEmpty());
  }

  @Test
  void whatStillResemblesTheNewVersionStaysItsCopy() {
    add("one", SHELLS);
    add("two", SHELLS);
    add("one", SHELLS + " Two teachers were hurt.");
    assertThat(store.codeOrphans(ENTENTE)).isEqualTo(1);
    assertThat(articles("two").getFirst().copyOf()).isEqualTo(articles("one").getFirst().id());
    assertThat(store.counted(TURKEY, SYRIA))
        .extracting(e -> e.key())
        .hasSizeLessThanOrEqualTo(2)
        .containsOnly(store.counted(TURKEY, SYRIA).getFirst().key());
    assertThat(store.coverage(TURKEY, SYRIA)).containsExactly(new Coverage(DAY, 1, 1));
    assertThat(store.codeOrphans(ENTENTE)).isZero();
  }

  @Test
  void aTextThatCameBackIsTheOriginalAgain() {
    add("one", SHELLS);
    add("two", SHELLS);
    add("one", FERRY);
    add("four", SHELLS);
    assertThat(store.codeOrphans(ENTENTE)).isZero();
    assertThat(store.counted(TURKEY, SYRIA)).hasSize(1);
  }

  @Test
  void withoutItsTextACopyIsCodedAsItWasWhenItWasRead() {
    store.add(Digest.excerpt(read("one", SHELLS)), ENTENTE.version());
    store.add(Digest.excerpt(read("two", SHELLS)), ENTENTE.version());
    store.add(Digest.excerpt(read("one", FERRY)), ENTENTE.version());
    assertThat(store.counted(TURKEY, SYRIA)).isEmpty();
    assertThat(store.codeOrphans(ENTENTE)).isEqualTo(1);
    assertThat(store.codeOrphans(ENTENTE)).isZero();
    assertThat(store.counted(TURKEY, SYRIA)).hasSize(1);
    StoredArticle two = articles("two").getFirst();
    assertThat(store.eventsOf(two.id()))
        .singleElement()
        .matches(e -> e.exact().contains("condemned"));
    assertThat(store.coverage(TURKEY, SYRIA)).containsExactly(new Coverage(DAY, 2, 1));
  }

  /** Whatever comes in which order: an id that a file once gave is in the files, or withdrawn. */
  @Test
  void noIdVanishesWithoutAWord() throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Set<Long> given = new HashSet<>();
      for (int step = 0; step < 30; step++) {
        String name = "s" + seed + " " + random.nextInt(4);
        String text = (random.nextBoolean() ? SHELLS : FERRY).replace("Tuesday", "Tuesday" + seed);
        int end = random.nextInt(4);
        add(name, end == 0 ? text : text + " Thus the " + end + "th report of our own staff.");
        if (random.nextInt(3) == 0) {
          store.codeOrphans(ENTENTE);
        }
        Set<Long> now = new HashSet<>();
        Set<Long> withdrawn = new HashSet<>();
        for (ArticleRecord record : records()) {
          record.events().forEach(e -> now.add(e.id()));
          record.withdrawn().stream()
              .filter(w -> w.what().equals("event"))
              .forEach(w -> withdrawn.add(w.id()));
        }
        given.addAll(now);
        assertThat(withdrawn).as("seed %d, step %d", seed, step).noneMatch(now::contains);
        now.addAll(withdrawn);
        assertThat(now).as("seed %d, step %d", seed, step).containsAll(given);
      }
      assertThat(given).isNotEmpty();
    }
  }

  private List<ArticleRecord> records() throws IOException {
    List<ArticleRecord> all = new ArrayList<>();
    new StoredRecords(store).each(Selection.ALL, 0, all::add);
    return all;
  }
}
