package org.entente.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.entente.text.Problem;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class ArticleFinderTest {
  private static final LocalDate DAY = LocalDate.of(2013, 5, 7);

  private final ArticleFinder finder = new ArticleFinder();

  @Test
  void oneSentenceIsABody() {
    Article article = declared("Gondor urged Arnor to open its ports");

    assertThat(article.paragraphs()).containsExactly(new Span(0, 36));
    assertThat(article.day()).isEqualTo(DAY);
    assertThat(article.headline()).isNull();
  }

  @Test
  void aLineThatLooksLikeAHeadIsKeptWhereItIsAllThereIs() {
    assertThat(declared("7 May 2013").paragraphs()).containsExactly(new Span(0, 10));
    assertThat(declared("Post a comment").paragraphs()).containsExactly(new Span(0, 14));
  }

  @Test
  void theDateOverADeclaredTextIsNoSentence() {
    Article article = declared("Tuesday, May 7, 2013 \n\n\nArnor voted.\n\n\nGondor waited.\n");

    assertThat(article.date().span()).isEqualTo(new Span(0, 20));
    assertThat(article.date().rule()).isEqualTo("metadata.date");
    assertThat(article.paragraphs()).containsExactly(new Span(24, 36), new Span(39, 53));
  }

  @Test
  void aDatelineIsThePlaceAndTheAgency() {
    String text = "MINAS TIRITH (Reuters) - Gondor closed its harbours on Tuesday.";
    Article article = declared(text);

    assertThat(article.dateline().span().in(text)).isEqualTo("MINAS TIRITH");
    assertThat(article.outlet().value()).isEqualTo("Reuters");
    assertThat(article.paragraphs().getFirst().in(text)).startsWith("Gondor closed");
  }

  @Test
  void whatLooksLikeADatelineMayBeASentence() {
    for (String text :
        new String[] {
          "GONDOR - ", "USA beat Arnor.", "NATO-led troops left.", "A - b", "I - a baker - left."
        }) {
      Article article = declared(text);
      assertThat(article.paragraphs().getFirst().in(text)).isEqualTo(text.strip());
    }
  }

  @Test
  void aDeclaredTitleIsFoundInTheText() {
    String text = "Arnor votes\n\nArnor voted on Tuesday.";
    Metadata metadata = new Metadata("Arnor votes", null, "The Herald", null, DAY, null);
    Article article = finder.find(Document.plain("a", text, metadata)).articles().getFirst();

    assertThat(article.headline().span()).isEqualTo(new Span(0, 11));
    assertThat(article.outlet().value()).isEqualTo("The Herald");
    assertThat(article.paragraphs()).hasSize(1);
  }

  @Test
  void nothingOfAPastedPageIsLostOrCountedTwice() {
    Random random = new Random(11);
    String[] lines = {
      "Arnor and Gondor reopen the northern road",
      "7 May 2013",
      "The",
      "king of Arnor spoke.",
      "",
      "\"We will meet,\" he said.",
      "Post a Comment",
      "* * *",
      "I wonder.",
      "By Ann Hill",
      "The Northern Herald",
      "WIDER ROADS",
      "and the road was long and wet, and they",
      "3 comments:"
    };
    for (int n = 0; n < 500; n++) {
      StringBuilder page = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        page.append(lines[random.nextInt(lines.length)]).append('\n');
      }
      Contents contents = finder.find(Document.plain("p", page.toString()));
      int[] used = new int[page.length()];
      contents.commentary().forEach(s -> count(used, s));
      contents.furniture().forEach(s -> count(used, s));
      for (Article article : contents.articles()) {
        article.paragraphs().forEach(s -> count(used, s));
        article.subheadings().forEach(s -> count(used, s));
        count(used, article.headline() == null ? null : article.headline().span());
        count(used, article.standfirst() == null ? null : article.standfirst().span());
      }
      assertThat(used).as(page.toString()).doesNotContain(2);
      int at = page.indexOf("spoke");
      assertThat(at < 0 || used[at] == 1).as(page.toString()).isTrue();
    }
  }

  @Test
  void whatIsNotInEnglishIsAProblem() {
    for (String text :
        new String[] {
          "Der König von Gondor hat am Dienstag mit den Gesandten aus Arnor über die Häfen gesprochen.",
          "Le roi du Gondor a parlé mardi des ports avec les envoyés de l'Arnor, dans une salle du palais.",
          "El rey de Gondor habló el martes con los enviados de Arnor sobre los puertos de la costa.",
          "Il re di Gondor ha parlato martedì con gli inviati di Arnor dei porti della costa.",
          "Король Гондора во вторник говорил с послами Арнора о гаванях на побережье."
        }) {
      Contents contents = finder.find(Document.plain("a", text, Metadata.dated(DAY)));
      assertThat(contents.articles()).as(text).isEmpty();
      assertThat(contents.problems())
          .extracting(Problem::kind)
          .containsExactly(Problem.Kind.LANGUAGE);
    }
    assertThat(
            declared("The mayor of Los Puertos de la Costa met El Rey de las Islas.").paragraphs())
        .hasSize(1);
  }

  @Test
  void endlessTextIsReadInTime() {
    assertThat(find("word ".repeat(200_000)).articles()).hasSize(1);
    assertThat(find("A\n".repeat(100_000)).articles()).isNotNull();
    assertThat(find("\n".repeat(1_000_000)).articles()).isEmpty();
    assertThat(find("\"Gondor waits for an answer from Arnor.\"\n\n".repeat(2_000)).articles())
        .isNotNull();
  }

  private Contents find(String text) {
    return finder.find(Document.plain("p", text));
  }

  private Article declared(String text) {
    Contents contents = finder.find(Document.plain("a", text, Metadata.dated(DAY)));
    assertThat(contents.articles()).hasSize(1);
    return contents.articles().getFirst();
  }

  private static void count(int[] used, Span span) {
    for (int i = span == null ? 0 : span.start(); span != null && i < span.end(); i++) {
      used[i]++;
    }
  }
}
