package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.relation.ActorKey;
import org.entente.relation.RelationEvent;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories, copies and events that several outlets report, in both databases. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class StoriesTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);
  private static final ActorKey RUSSIA = ActorKey.parse("RUS");
  private static final ActorKey AMERICA = ActorKey.parse("USA");

  private static final String VETO =
      "Russia condemned the United States on Tuesday over the arms that reach rebels in Syria. The"
          + " foreign ministry in Moscow said that the shipments of rifles and rockets break the"
          + " promise of Geneva.";
  private static final String VETO_TOO =
      "Moscow's foreign ministry complained of rockets and rifles for Syria's rebels. Russia"
          + " condemned the United States for breaking the promise of Geneva with such arms shipments.";
  private static final String FERRY =
      "A ferry with two hundred passengers sank off the island of Cebu. Fishermen pulled most of them"
          + " from the sea before the coast guard came.";

  private final Databases database;
  @TempDir private Path folder;
  private String location = "";
  private Store store;

  StoriesTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    location = database.location(folder);
    store = Store.open(location);
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private Added add(Store to, String name, String text, LocalDate day, String outlet) {
    String headline = text.contains("ferry") ? "Ferry sinks off Cebu" : "Moscow scolds Washington";
    Metadata metadata = new Metadata(headline, null, outlet, null, day, "en");
    return to.add(ENTENTE.read(Document.plain(name, text, metadata)), ENTENTE.version());
  }

  private Added add(String name, String text, LocalDate day, String outlet) {
    return add(store, name, text, day, outlet);
  }

  private StoredArticle article(String name) {
    return store.articles(Query.ALL).stream()
        .filter(a -> a.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> keys() {
    return store.counted(RUSSIA, AMERICA).stream().map(RelationEvent::key).distinct().toList();
  }

  @Test
  void reportsOfOneHappeningAreAStory() {
    add("one", VETO, DAY, "The Meridian Courier");
    add("two", FERRY, DAY, "The Meridian Courier");
    add("three", VETO_TOO, DAY.plusDays(1), "Northern Wire");
    List<StoredStory> stories = store.stories(Query.ALL);
    assertThat(stories).hasSize(2);
    StoredStory story = stories.getFirst();
    assertThat(story.headline()).isEqualTo("Moscow scolds Washington");
    assertThat(story.articles()).extracting(StoredArticle::name).containsExactly("one", "three");
    assertThat(story.outlets()).containsExactly("The Meridian Courier", "Northern Wire");
    assertThat(story.actors()).contains("RUS", "USA");
    assertThat(story.codes()).anyMatch(c -> c.startsWith("11"));
    assertThat(story.first()).hasValue(DAY);
    assertThat(story.last()).hasValue(DAY.plusDays(1));
    assertThat(store.story(story.id())).hasValue(story);
    assertThat(store.story(99)).isEmpty();
    assertThat(store.stories(Query.ALL.withWords("ferry"))).hasSize(1);
    assertThat(store.stories(Query.ALL.withActors(List.of(RUSSIA)))).containsExactly(story);
    assertThat(store.articles(Query.ALL.withStory(story.id()))).hasSize(2);
  }

  @Test
  void anEventThatTwoOutletsReportIsOne() {
    add("one", VETO, DAY, "The Meridian Courier");
    add("two", VETO_TOO, DAY.plusDays(1), "Northern Wire");
    assertThat(store.counted(RUSSIA, AMERICA)).hasSize(2);
    assertThat(keys()).hasSize(1);
    assertThat(store.coverage(RUSSIA, AMERICA)).hasSize(2);
  }

  @Test
  void whatOneOutletReportsOnTwoDaysIsTwo() {
    add("one", VETO, DAY, "Northern Wire");
    add("two", VETO_TOO, DAY.plusDays(1), "Northern Wire");
    assertThat(article("two").story()).isEqualTo(article("one").story());
    assertThat(keys()).hasSize(2);
  }

  @Test
  void anEditedCopyIsOneVoice() {
    add("one", VETO, DAY, "The Meridian Courier");
    String edited =
        "The foreign ministry in Moscow said that the shipments of rifles and rockets break the"
            + " promise of Geneva. Russia condemned the United States over the arms that reach rebels"
            + " in Syria.";
    assertThat(add("two", edited, DAY.plusDays(3), "Levant Daily")).isEqualTo(Added.NEW);
    assertThat(article("two").copyOf()).isEqualTo(article("one").id());
    assertThat(article("two").story()).isEqualTo(article("one").story());
    assertThat(keys()).hasSize(1);
    assertThat(store.coverage(RUSSIA, AMERICA)).hasSize(1);
    assertThat(store.stories(Query.ALL).getFirst().outlets())
        .containsExactly("The Meridian Courier");
    assertThat(store.stories(Query.ALL).getFirst().copies()).isEqualTo(1);
  }

  @Test
  void aNewVersionStaysInItsStoryAndKeepsItsCopies() {
    add("one", VETO, DAY, "The Meridian Courier");
    add("copy", VETO.replace("on Tuesday ", ""), DAY, "Levant Daily");
    add("one", VETO + " Washington denied it.", DAY, "The Meridian Courier");
    StoredArticle now = article("one");
    assertThat(now.copyOf()).isNull();
    assertThat(article("copy").copyOf()).isEqualTo(now.id());
    assertThat(store.stories(Query.ALL)).hasSize(1);
    assertThat(store.coverage(RUSSIA, AMERICA))
        .singleElement()
        .satisfies(c -> assertThat(c.articles()).isEqualTo(1));
  }

  @Test
  void whatRepeatsACopyOfAnOlderVersionRepeatsTheNewOne() {
    add("one", VETO, DAY, "The Meridian Courier");
    add("both", VETO + " " + FERRY, DAY, "Levant Daily");
    assertThat(article("both").copyOf()).isEqualTo(article("one").id());
    add("one", "Moscow has withdrawn its statement.", DAY, "The Meridian Courier");
    add("rest", FERRY, DAY, "Northern Wire");
    assertThat(article("rest").copyOf()).isEqualTo(article("one").id());
  }

  @Test
  void severalProgramsAddToTheSameStories() {
    add("one", VETO, DAY, "The Meridian Courier");
    try (Store other = Store.open(location)) {
      add(other, "two", VETO_TOO, DAY.plusDays(1), "Northern Wire");
      add("three", FERRY, DAY, "Northern Wire");
      add(other, "four", FERRY.replace("most", "all"), DAY, "Levant Daily");
      add("five", VETO.replace("rifles", "guns"), DAY.plusDays(2), "Levant Daily");
    }
    assertThat(article("two").story()).isEqualTo(article("one").story());
    assertThat(article("four").copyOf()).isEqualTo(article("three").id());
    assertThat(article("five").copyOf()).isEqualTo(article("one").id());
    assertThat(store.stories(Query.ALL)).hasSize(2);
  }

  @Test
  void whatWasAddedBeforeIsRememberedAfterReopening() {
    add("one", VETO, DAY, "The Meridian Courier");
    store.close();
    store = Store.open(location);
    add("undated", FERRY, null, "Northern Wire");
    add("two", VETO_TOO, DAY.minusDays(1), "Northern Wire");
    add("undated too", FERRY.replace("most", "all"), null, "Levant Daily");
    assertThat(article("two").story()).isEqualTo(article("one").story());
    assertThat(article("undated too").copyOf()).isEqualTo(article("undated").id());
  }
}
