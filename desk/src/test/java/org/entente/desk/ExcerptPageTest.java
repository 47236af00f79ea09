package org.entente.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.digest.Digest;
import org.entente.relation.ActorKey;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.store.Query;
import org.entente.store.Store;
import org.entente.store.StoredArticle;
import org.entente.store.StoredEvent;
import org.junit.jupiter.api.Test;

/** The page of an article whose text an archive did not keep. */
class ExcerptPageTest {
  @Test
  void saysThatOnlySentencesWithEvidenceAreKeptAndShowsThem() throws Exception {
    Entente entente = Entente.create();
    String text =
        "The harbour was quiet and the market full, as on any Tuesday of the year.\n\n"
            + "France condemned Iran on Tuesday.\n\n"
            + "Fishermen mended their nets beneath the lighthouse until it was dark at last.";
    Metadata metadata =
        new Metadata("Quiet day", null, "Gazette", null, LocalDate.of(2013, 5, 7), "en");
    try (Desk desk = TestDesk.fresh()) {
      Store store = TestDesk.store(desk);
      store.add(
          Digest.excerpt(entente.read(Document.plain("quiet", text, metadata))), entente.version());
      List<ActorKey> both = List.of(ActorKey.parse("FRA"), ActorKey.parse("IRN"));
      StoredArticle article =
          store.events(Query.ALL.withActors(both)).stream()
              .map(StoredEvent::article)
              .filter(a -> a.name().equals("quiet"))
              .findFirst()
              .orElseThrow();
      String page = Visitor.at(desk).get("/article/" + article.id()).body();
      assertThat(page)
          .contains("Only the headline and the sentences in which something was found are kept")
          .contains("condemned")
          .contains(" … ")
          .doesNotContain("harbour", "lighthouse");
    }
  }
}
