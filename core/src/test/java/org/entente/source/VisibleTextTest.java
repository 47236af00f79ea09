package org.entente.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entente.text.Span;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class VisibleTextTest {
  @Test
  void blocksArePartedByBlankLinesAndScriptsAreUnseen() {
    Document page =
        page(
            "<body><h1>Arnor  signs</h1><script>var x = '<p>no</p>';</script>"
                + "<div>One <b>bold</b>\n word<br>next line<br><br>new block</div><p hidden>no</p>");

    assertThat(page.content()).isEqualTo("Arnor signs\n\nOne bold word\nnext line\n\nnew block");
    assertThat(page.page().blocks()).hasSize(3);
  }

  @Test
  void entitiesLeadBackToTheirSource() {
    String html =
        "<p>Gondor &amp; Arnor&nbsp;&#8211; &quot;a&#x20AC;b&quot; &copy 2020 AT&T &lt;x&gt;</p>";
    Document page = page(html);

    assertThat(page.content()).isEqualTo("Gondor & Arnor\u00A0– \"a€b\" © 2020 AT&T <x>");
    assertThat(back(page, "&")).isEqualTo("&amp;");
    assertThat(back(page, "– \"a€b\"")).isEqualTo("&#8211; &quot;a&#x20AC;b&quot;");
    assertThat(back(page, "2020 AT&T")).isEqualTo("2020 AT&T");
    assertThat(back(page, "<x>")).isEqualTo("&lt;x&gt;");
  }

  @Test
  void aSpanOverTagsCoversThemInTheSource() {
    Document page = page("<p>The <a href='x'>king of\nGondor</a> spoke.</p>");

    assertThat(back(page, "king of Gondor spoke")).isEqualTo("king of\nGondor</a> spoke");
  }

  @Test
  void everyCharacterOfRandomPagesLeadsBack() {
    Random random = new Random(7);
    for (int n = 0; n < 300; n++) {
      String html = randomPage(random);
      Document page = page(html);
      String content = page.content();
      for (int i = 0; i < content.length(); i++) {
        char c = content.charAt(i);
        String source = page.text().original(new Span(i, i + 1)).in(html);
        if (c != ' ' && c != '\n' && !Character.isSurrogate(c)) {
          assertThat(Parser.unescapeEntities(source, false))
              .as("%s in %s", i, html)
              .isEqualTo("" + c);
        }
      }
    }
  }

  @Test
  void bombsAreReadInTime() {
    assertThat(page("<div>".repeat(200_000) + "deep").content()).isEqualTo("deep");
    assertThat(page("<p title='" + "x".repeat(5_000_000) + "'>wide</p>").content())
        .isEqualTo("wide");
    assertThat(page("<b><i>".repeat(20_000) + "<p>x".repeat(2_000)).content()).startsWith("x");
    assertThat(page("&".repeat(1_000_000)).content()).hasSize(1_000_000);
    assertThat(page("<p>" + "a<br>".repeat(200_000)).page().blocks()).hasSize(1);
  }

  private static String randomPage(Random random) {
    List<String> pieces =
        List.of(
            "<p>",
            "</p>",
            "<div class=x>",
            "</div>",
            "<b>",
            "</b>",
            "<a href='#'>",
            "</a>",
            "<br>",
            "<br/>",
            "<td>",
            "<table>",
            "<tr>",
            "</table>",
            "<li>",
            "&amp;",
            "&nbsp;",
            "&eacute;",
            "&#233;",
            "&#x1F600;",
            "&copy",
            "& ",
            "word ",
            "Gondor",
            " ",
            "\n",
            "\r\n",
            "\t",
            "é",
            "😀",
            "<!-- c -->",
            "<script>x<y</script>",
            "<span>",
            "</span>",
            "<h2>",
            "</h2>",
            ".");
    StringBuilder html = new StringBuilder("<body>");
    for (int i = random.nextInt(60); i >= 0; i--) {
      html.append(pieces.get(random.nextInt(pieces.size())));
    }
    return html.toString();
  }

  private static String back(Document page, String words) {
    int at = page.content().indexOf(words);
    return page.text().original(new Span(at, at + words.length())).in(page.text().original());
  }

  private static Document page(String html) {
    return HtmlReader.item("page", html, Metadata.NONE, List.of()).document();
  }
}
