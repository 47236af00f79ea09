package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

/** A new codebook codes anew; old codings stay, and what people said wins. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class RecodingTest {
  private static final Entente SHIPPED = Entente.create();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);

  private final Databases database;
  @TempDir private Path folder;
  private String location;
  private Store store;
  private Entente own;

  RecodingTest(Databases database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws IOException {
    Path files = Files.createDirectory(folder.resolve("own"));
    Files.writeString(files.resolve("acts.tsv"), "tickle\t111\tdisapprove\tagainst\ttickle\t\n");
    own = Entente.create(files);
    location = database.location(folder);
    store = Store.open(location);
    Metadata metadata = new Metadata("A headline", null, "The Test Gazette", null, DAY, "en");
    Document document =
        Document.plain(
            "one", "Norway tickled Sweden. Chile condemned Brazil on Tuesday.", metadata);
    store.add(SHIPPED.read(document), SHIPPED.version());
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.close();
    }
  }

  private void recode(Entente entente) {
    List<Long> due = store.toRecode(entente);
    assertThat(due).hasSize(1);
    due.forEach(document -> store.recode(document, entente));
    assertThat(store.toRecode(entente)).isEmpty();
  }

  private List<String> events() {
    return store.events(Query.ALL).stream()
        .map(e -> e.type().code() + " " + key(e.source()) + " " + key(e.target()))
        .sorted()
        .toList();
  }

  private static String key(org.entente.actor.Actor actor) {
    return ActorKey.of(actor);
  }

  private StoredEvent condemned() {
    return store.events(Query.ALL.withActors(List.of(ActorKey.parse("CHL")))).getFirst();
  }

  @Test
  void filesOfOnesOwnAreAnotherVersionAndTheOldCodingIsKept() {
    assertThat(events()).containsExactly("111 CHL BRA");
    recode(own);
    assertThat(events()).containsExactly("111 CHL BRA", "111 NOR SWE");
    assertThat(store.counted(ActorKey.parse("NOR"), ActorKey.parse("SWE"))).hasSize(1);
    assertThat(store.counted(ActorKey.parse("CHL"), ActorKey.parse("BRA"))).hasSize(1);
    List<String> versions =
        store.read(h ->
            h.createQuery("SELECT version FROM codings ORDER BY id").mapTo(String.class).list());
    assertThat(versions).containsExactly(SHIPPED.version(), own.version());
    assertThat(store.articles(Query.ALL)).hasSize(1);
    assertThat(store.coverage(ActorKey.parse("CHL"), ActorKey.parse("BRA")))
        .containsExactly(new org.entente.relation.Coverage(DAY, 1, 1));
    recode(SHIPPED);
    assertThat(events()).containsExactly("111 CHL BRA");
  }

  @Test
  void whatAPersonRejectedStaysRejected() {
    store.correct(
        condemned().id(), Correction.of(Correction.Verdict.REJECTED, "Éowyn", NOW, "a joke"));
    recode(own);
    assertThat(events()).containsExactly("111 NOR SWE");
    assertThat(store.counted(ActorKey.parse("CHL"), ActorKey.parse("BRA"))).isEmpty();
  }

  @Test
  void whatAPersonChangedStaysChanged() {
    store.correct(
        condemned().id(),
        new Correction(
            Correction.Verdict.CHANGED, "051", null, null, null, "Éowyn", NOW, "praise"));
    recode(own);
    assertThat(condemned().type().code()).isEqualTo("051");
    assertThat(condemned().machineCode()).isEqualTo("111");
    assertThat(condemned().verdict()).isEqualTo(Correction.Verdict.CHANGED);
  }

  @Test
  void whatAPersonAcceptedComesBackThoughTheMachineNoLongerSeesIt() {
    recode(own);
    StoredEvent tickled =
        store.events(Query.ALL.withActors(List.of(ActorKey.parse("NOR")))).getFirst();
    store.correct(tickled.id(), Correction.of(Correction.Verdict.ACCEPTED, "Éowyn", NOW, ""));
    recode(SHIPPED);
    assertThat(events()).containsExactly("111 CHL BRA", "111 NOR SWE");
    assertThat(store.counted(ActorKey.parse("NOR"), ActorKey.parse("SWE"))).hasSize(1);
  }

  @Test
  void aBackupHoldsCodingsAndCorrections() {
    store.correct(
        condemned().id(), Correction.of(Correction.Verdict.REJECTED, "Éowyn", NOW, "a joke"));
    Path file = folder.resolve("backup");
    store.backup(file);
    String elsewhere = database.another(folder, location);
    Store.restore(file, elsewhere);
    try (Store restored = Store.existing(elsewhere)) {
      assertThat(restored.articles(Query.ALL)).hasSize(1);
      assertThat(restored.events(Query.ALL)).isEmpty();
      restored.toRecode(own).forEach(d -> restored.recode(d, own));
      assertThat(restored.events(Query.ALL)).hasSize(1);
    }
  }
}
