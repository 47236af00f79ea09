package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.entente.Entente;
import org.entente.export.ArticleRecord;
import org.entente.export.ExportEvent;
import org.entente.export.ExportStatement;
import org.entente.export.Passage;
import org.entente.export.Selection;
import org.entente.export.Withdrawn;
import org.entente.relation.ActorKey;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What exports are handed from both databases. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class StoredRecordsTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final String TALKS =
      "\uD83D\uDD4A Russia and the United States held talks in Geneva on Tuesday.\n\n"
          + "Turkey condemned Syria. \"We will never agree,\" said Sergei Lavrov.";

  private final Databases database;
  @TempDir private Path folder;
  private Store store;

  StoredRecordsTest(Databases database) {
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

  private List<ArticleRecord> records(Selection selection, long after) throws Exception {
    List<ArticleRecord> all = new ArrayList<>();
    new StoredRecords(store).each(selection, after, all::add);
    return all;
  }

  private List<ExportEvent> events(Selection selection) throws Exception {
    return records(selection, 0).stream().flatMap(a -> a.events().stream()).toList();
  }

  private List<Withdrawn> withdrawn() throws Exception {
    return records(Selection.ALL, 0).stream().flatMap(a -> a.withdrawn().stream()).toList();
  }

  private static List<Long> ids(List<ExportEvent> events) {
    return events.stream().map(ExportEvent::id).toList();
  }

  @Test
  void everySpanCountsCodePointsOfTheText() throws Exception {
    add("one", TALKS, DAY);
    ArticleRecord article = records(Selection.ALL, 0).getFirst();
    List<Passage> passages = new ArrayList<>();
    article.events().forEach(e -> passages.add(e.evidence().passage()));
    article.statements().stream().map(ExportStatement::contents).forEach(passages::addAll);
    assertThat(article.events()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(article.statements()).hasSize(2);
    String content = store.content(1);
    for (Passage p : passages) {
      int start = content.offsetByCodePoints(0, p.start());
      int end = content.offsetByCodePoints(0, p.end());
      assertThat(content.substring(start, end)).isEqualTo(p.exact());
    }
  }

  @Test
  void sentencesAreNumbered() throws Exception {
    add("one", TALKS, DAY);
    List<ExportEvent> events = events(Selection.ALL);
    assertThat(events.getFirst().sentence()).isEqualTo(1);
    assertThat(events.getFirst().lead()).isTrue();
    assertThat(events.getLast().sentence()).isGreaterThan(events.getFirst().sentence());
    assertThat(events.getLast().lead()).isFalse();
  }

  @Test
  void codedAgainTheIdsStay() throws Exception {
    add("one", TALKS, DAY);
    add("two", "Israel bombed Syria.", DAY.plusDays(1));
    List<Long> before = ids(events(Selection.ALL));
    store.recode(1, ENTENTE);
    store.recode(1, ENTENTE);
    assertThat(ids(events(Selection.ALL))).isEqualTo(before).doesNotHaveDuplicates();
    assertThat(withdrawn()).isEmpty();
  }

  @Test
  void whatAPersonRejectsIsWithdrawnUnderItsId() throws Exception {
    add("one", TALKS, DAY);
    ExportEvent condemned = events(Selection.ALL).getLast();
    store.correct(
        condemned.id(),
        new Correction(
            Correction.Verdict.REJECTED, null, null, null, null, "ann", Instant.EPOCH, "no"));
    assertThat(ids(events(Selection.ALL))).doesNotContain(condemned.id());
    assertThat(withdrawn())
        .singleElement()
        .matches(w -> w.id() == condemned.id() && w.reason().equals("rejected"))
        .matches(w -> w.code().equals(condemned.type().code()) && w.what().equals("event"));
    store.recode(1, ENTENTE);
    assertThat(withdrawn()).extracting(Withdrawn::id).containsExactly(condemned.id());
  }

  @Test
  void aNewVersionOfADocumentWithdrawsTheOld() throws Exception {
    add("one", "Israel bombed Syria.", DAY);
    List<Long> old = ids(events(Selection.ALL));
    add("one", "Israel did not bomb Syria. Turkey condemned Syria.", DAY);
    assertThat(ids(events(Selection.ALL))).doesNotContainAnyElementsOf(old);
    assertThat(withdrawn())
        .extracting(Withdrawn::id, Withdrawn::reason)
        .contains(org.assertj.core.groups.Tuple.tuple(old.getFirst(), "new version"));
  }

  @Test
  void daysAndPairsNarrowIt() throws Exception {
    add("one", TALKS, DAY);
    add("two", "Israel bombed Syria.", DAY.plusYears(1));
    assertThat(events(new Selection(DAY.plusDays(100), null, List.of()))).hasSize(1);
    Selection two = new Selection(null, null, keys("TUR", "SYR"));
    assertThat(events(two)).hasSize(1).allMatch(e -> e.type().code().startsWith("11"));
    assertThat(events(new Selection(null, null, keys("SYR")))).hasSize(2);
    Selection said = new Selection(null, null, keys("RUS"));
    assertThat(records(said, 0).getFirst().statements()).hasSize(1);
    assertThat(new StoredRecords(store).heading(Selection.ALL).years()).containsExactly(2013, 2014);
    assertThat(new StoredRecords(store).heading(Selection.ALL).read())
        .containsEntry(YearMonth.of(2013, 5), 1L);
  }

  private static List<ActorKey> keys(String... words) {
    return java.util.Arrays.stream(words).map(ActorKey::parse).toList();
  }

  @Test
  void moreThanAPageComesWholeAndInOrder() throws Exception {
    for (int i = 0; i < 230; i++) {
      add("d" + i, "Israel bombed Syria for the " + i + "th time.", DAY.plusDays(i));
    }
    List<ArticleRecord> all = records(Selection.ALL, 0);
    assertThat(all).hasSize(230);
    assertThat(all).extracting(a -> a.article().id()).isSorted().doesNotHaveDuplicates();
    long middle = all.get(149).article().id();
    assertThat(records(Selection.ALL, middle)).hasSize(80);
  }

  /** What files of one package are made of agrees, and nobody who writes waits for it. */
  @Test
  void recordsStandStillWhileOthersWrite() throws Exception {
    add("one", TALKS, DAY);
    StoredRecords records = new StoredRecords(store);
    String before = records.heading(Selection.ALL).state();
    List<ArticleRecord> seen = new ArrayList<>();
    String still =
        records.still(r -> {
          String first = r.heading(Selection.ALL).state();
          add("two", "Israel bombed Syria.", DAY);
          r.each(Selection.ALL, 0, seen::add);
          assertThat(r.heading(Selection.ALL).state()).isEqualTo(first);
          return first;
        });
    assertThat(still).isEqualTo(before);
    assertThat(seen).hasSize(1);
    assertThat(records(Selection.ALL, 0)).hasSize(2);
    assertThatThrownBy(() ->
            records.still(r -> {
              throw new IOException("the disk is full");
            }))
        .isExactlyInstanceOf(IOException.class);
    add("three", "France condemned Iran.", DAY);
    assertThat(records(Selection.ALL, 0)).hasSize(3);
  }
}
