package org.entente.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.entente.source.Document;
import org.entente.source.Documents;
import org.entente.source.Item;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class WebPageTest {
  private static final String PROSE =
      "<p>The king of Gondor met the envoys of Arnor on Tuesday, and both said that they would open"
          + " the northern road before winter.</p>";

  private final ArticleFinder finder = new ArticleFinder();

  @Test
  void theHeadIsReadFromLinkedDataFirst() {
    Article article =
        only(
            "<head><title>x</title><meta property='og:title' content='Other'>"
                + "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
                + "\"headline\":\"Road opens\",\"datePublished\":\"2013-05-07T10:00:00Z\","
                + "\"author\":[{\"name\":\"Ann Hill\"}],\"publisher\":{\"name\":\"The Herald\"}}]}"
                + "</script></head><body><h1>Road opens</h1>"
                + PROSE.repeat(3)
                + "</body>");

    assertThat(article.headline().value()).isEqualTo("Road opens");
    assertThat(article.headline().span()).isEqualTo(new Span(0, 10));
    assertThat(article.headline().rule()).isEqualTo("json-ld.headline");
    assertThat(article.author().value()).isEqualTo("Ann Hill");
    assertThat(article.outlet().value()).isEqualTo("The Herald");
    assertThat(article.day()).isEqualTo(LocalDate.of(2013, 5, 7));
    assertThat(article.paragraphs()).hasSize(3);
  }

  @Test
  void brokenLinkedDataLeavesTheOtherDeclarations() {
    Article article =
        only(
            "<head><meta property='article:published_time' content='2013-05-07'>"
                + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script></head><body>"
                + PROSE
                + "</body>");

    assertThat(article.date().rule()).isEqualTo("article:published_time");
  }

  @Test
  void aPrintedDateIsTakenWhereNoneIsDeclared() {
    Article article =
        only("<body><h1>Road opens</h1><div>7 May 2013</div>" + PROSE.repeat(2) + "</body>");

    assertThat(article.date().printed()).isEqualTo("7 May 2013");
    assertThat(article.date().rule()).isEqualTo("date.day-month");
  }

  @Test
  void everySpanOfRandomPagesIsUsedOnce() {
    Random random = new Random(5);
    List<String> pieces =
        List.of(
            PROSE,
            "<div>",
            "</div>",
            "<article>",
            "</article>",
            "<h1>Road opens again</h1>",
            "<h2>More</h2>",
            "<p>7 May 2013</p>",
            "<p>The Northern Herald</p>",
            "<blockquote>",
            "</blockquote>",
            "<br><br>",
            "<aside>",
            "</aside>",
            "<ul><li>",
            "</ul>",
            "plain words ",
            "<p>LONDON (Reuters) - A road opened.</p>",
            "<div class='share'>Share</div>",
            "<p>I like roads.</p>",
            "<h3>Clip of the day is here</h3>",
            "<table><tr><td>",
            "&nbsp;");
    for (int n = 0; n < 400; n++) {
      StringBuilder html = new StringBuilder("<html>");
      for (int i = random.nextInt(30); i >= 0; i--) {
        html.append(pieces.get(random.nextInt(pieces.size())));
      }
      Document document = document(html.toString());
      List<Span> spans = spans(finder.find(document));
      for (int i = 1; i < spans.size(); i++) {
        assertThat(spans.get(i - 1).overlaps(spans.get(i))).as(html.toString()).isFalse();
      }
      assertThat(spans).allMatch(s -> s.end() <= document.content().length());
    }
  }

  private static List<Span> spans(Contents contents) {
    List<Span> spans = new ArrayList<>(contents.commentary());
    spans.addAll(contents.furniture());
    for (Article article : contents.articles()) {
      spans.addAll(article.paragraphs());
      spans.addAll(article.subheadings());
      if (article.headline() != null && article.headline().span() != null) {
        spans.add(article.headline().span());
      }
    }
    spans.sort(null);
    return spans;
  }

  private Article only(String html) {
    Contents contents = finder.find(document(html));
    assertThat(contents.articles()).hasSize(1);
    return contents.articles().getFirst();
  }

  private static Document document(String html) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8));
    try (Stream<Item> items = Documents.standard().open("page.html", bytes)) {
      return items.findFirst().orElseThrow().document();
    }
  }
}
