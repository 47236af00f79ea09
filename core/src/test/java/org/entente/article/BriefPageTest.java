package org.entente.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.entente.source.Document;
import org.entente.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that started it all, which we may read but not ship: expectations are offsets. */
class BriefPageTest {
  private Contents contents;

  @BeforeEach
  void read() throws Exception {
    Path page =
        Path.of(
            System.getProperty("entente.root"), "..", "shared", "input", "press-review-2013.txt");
    assumeTrue(Files.exists(page), "../shared with the brief's page is not here");
    contents = new ArticleFinder().find(Document.plain("brief", Files.readString(page)));
  }

  @Test
  void threeClipsHaveTheirHeadlinesAndStandfirsts() {
    assertThat(contents.articles())
        .extracting(a -> Objects.requireNonNull(a.headline()).span())
        .containsExactly(new Span(113, 184), new Span(731, 787), new Span(4744, 4803));
    assertThat(contents.articles())
        .extracting(a -> Objects.requireNonNull(a.standfirst()).span())
        .containsExactly(new Span(185, 436), new Span(788, 1008), new Span(4804, 5002));
  }

  @Test
  void twoClipsArePrintedWithADateAndTheFirstIsNot() {
    assertThat(contents.articles())
        .extracting(Article::day)
        .containsExactly(null, LocalDate.of(2013, 5, 7), LocalDate.of(2013, 5, 6));
    assertThat(contents.articles()).extracting(Article::outlet).containsOnlyNulls();
  }

  @Test
  void hardBreaksAreMendedToParagraphs() {
    assertThat(contents.articles())
        .extracting(a -> a.paragraphs().size())
        .containsExactly(0, 16, 5);
    assertThat(contents.articles().get(1).paragraphs().getFirst()).isEqualTo(new Span(1021, 1324));
    assertThat(contents.articles().get(2).paragraphs().getLast()).isEqualTo(new Span(5848, 5974));
    assertThat(contents.articles().get(1).subheadings()).containsExactly(new Span(3222, 3245));
  }

  @Test
  void leadAndRemarkAreCommentaryAndTheFootIsFurniture() {
    assertThat(contents.commentary())
        .containsExactly(new Span(0, 112), new Span(437, 517), new Span(518, 730));
    assertThat(contents.furniture())
        .containsExactly(new Span(5975, 5987), new Span(5988, 6002), new Span(6003, 6055));
  }
}
