package org.entente.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.event.Event;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.statement.Statement;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final DigestJson JSON = new DigestJson();

  private static final String TEXT =
      "🎈 The harbour was quiet and the market full, as on any Tuesday.\n\n"
          + "Sergei Lavrov said that Russia was in favour of a conference on Syria. France condemned Iran"
          + " on Tuesday. At least 40 people were killed in Homs.\n\n"
          + "Fishermen mended their nets 😀 beneath the lighthouse, and the children went home from school late"
          + " in the afternoon.";

  private static final Reading READING =
      Entente.create()
          .read(
              Document.plain(
                  "a",
                  TEXT,
                  new Metadata(
                      "The headline",
                      "A. Writer",
                      "Gazette",
                      "https://gazette.example/1",
                      LocalDate.of(2013, 5, 7),
                      "en")));

  @Test
  void comesBackFromJsonAsItWas() {
    for (Digest digest : List.of(Digest.of(READING), Digest.excerpt(READING))) {
      Digested item =
          new Digested(digest, List.of(new Problem(Problem.Kind.DATE, "a:1", "is no day")));
      assertThat(JSON.read(JSON.write(item))).isEqualTo(item);
    }
    ArticleDigest article = Digest.of(READING).articles().getFirst();
    assertThat(article.events()).isEqualTo(READING.events()).isNotEmpty();
    assertThat(article.statements()).isEqualTo(READING.statements()).isNotEmpty();
    assertThat(article.figures()).isEqualTo(READING.figures()).isNotEmpty();
    assertThat(article.positions()).isEqualTo(READING.positions()).isNotEmpty();
    assertThat(article.sketch().hashes()).isNotEmpty();
    assertThat(article.terms().terms()).isNotEmpty();
    assertThat(article.named()).contains(new ArticleDigest.Named("FRA", "IRN", 1));
  }

  @Test
  void anExcerptKeepsTheEvidenceInItsPlaceAndNothingElse() {
    String content = Digest.excerpt(READING).content();
    assertThat(content).hasSameSizeAs(TEXT);
    assertThat(content.codePointCount(0, content.length()))
        .isEqualTo(TEXT.codePointCount(0, TEXT.length()));
    for (Event event : READING.events()) {
      assertThat(same(content, event.span())).isTrue();
    }
    for (Statement statement : READING.statements()) {
      assertThat(same(content, statement.span())).isTrue();
    }
    assertThat(content).contains("At least 40 people were killed in Homs.");
    assertThat(content).doesNotContain("🎈", "😀", "harbour", "lighthouse", "children", "school");
    assertThat(Digest.excerpt(READING).isWhole()).isFalse();
    assertThat(Digest.excerpt(READING).sha256()).isEqualTo(READING.document().sha256());
  }

  private static boolean same(String content, Span span) {
    return span.in(content).equals(span.in(TEXT));
  }

  @Test
  void whatIsNoReadingIsRefused() {
    for (String json :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"digest\":{\"id\":\"a\"},\"problems\":[]}",
            JSON.write(new Digested(Digest.of(READING), List.of()))
                .replace("\"FRA\"", "\"France\""),
            JSON.write(new Digested(Digest.of(READING), List.of())).replace("sha256", "md5"))) {
      assertThatThrownBy(() -> JSON.read(json))
          .as(json)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("is no reading of form 1");
    }
  }
}
