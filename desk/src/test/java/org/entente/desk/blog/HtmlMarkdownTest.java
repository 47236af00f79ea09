package org.entente.desk.blog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.entente.desk.Markdown;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTML of all kinds as Markdown, and back on the page. */
class HtmlMarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One</p><p>Two</p> | One\\n\\nTwo",
        "One<br>two | One  \\ntwo",
        "One<br><br>two | One\\n\\ntwo",
        "<b> bold </b>word | **bold** word",
        "<b>“Said”</b>he | “Said”he",
        "<i><i>twice</i></i> | *twice*",
        "<h3>Head <b>line</b></h3>text | ### Head line\\n\\ntext",
        "<ol start=3><li>three<li>four</ol> | 3. three\\n4. four",
        "<ul><li>a<ul><li>b</ul></ul> | - a\\n  - b",
        "<blockquote><p>a<p>b</blockquote> | > a\\n> \\n> b",
        "<a href='http://a.example/'>x <b>y</b></a> | [x **y**](http://a.example/)",
        "<a href='data:text/html,x'>x</a> | x",
        "<table><tr><td>a<tr><td>c</table> | a\\n\\nc",
        "<span><div>a</div></span>b | a\\n\\nb",
        "1. not a list | 1\\. not a list",
        "# no heading | \\# no heading",
        "a_b*c`d [e](f) &lt;g&gt; | a\\_b\\*c\\`d \\[e\\](f) \\<g\\>",
        "<script>x</script><form>y<input></form>z | z",
        "<p> </p><div><br></div> | ''"
      })
  void says(String html, String markdown) {
    assertThat(HtmlMarkdown.of(html, "").replace("\n", "\\n")).isEqualTo(markdown);
  }

  @Test
  void theWordsStayTheWords() {
    String html =
        "<p>* a</p><p>- b</p><p>+ c</p><p>&gt; d</p><p>===</p><p>~~~</p><p>1) e</p><p>![f](g)</p>"
            + "<p>&amp;amp; &lt;b&gt;h&lt;/b&gt;</p><p>a <i>b</i><b>c</b><i>d</i></p><p>\\*</p>";
    String page = new Markdown().post(HtmlMarkdown.of(html, ""));
    String shown = Jsoup.parse(page).text();
    assertThat(HtmlMarkdown.of("<table><tr><td>a<td>b</table>", "")).isEqualTo("a | b");
    assertThat(shown).isEqualTo("* a - b + c > d === ~~~ 1) e ![f](g) &amp; <b>h</b> a bcd \\*");
  }

  @Test
  void deepAndBrokenPagesEnd() {
    String deep = "<div><b><blockquote>".repeat(20_000) + "word" + "</i></ul>".repeat(100);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(HtmlMarkdown.of(deep, "")).contains("word"));
  }
}
