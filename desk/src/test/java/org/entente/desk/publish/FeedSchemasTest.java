package org.entente.desk.publish;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas take what the standards allow and refuse what they do not: one fault at a time. */
class FeedSchemasTest {
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>T</title><id>https://e.org/f</id><updated>2013-05-07T10:00:00Z</updated>
      <link rel="self" href="https://e.org/f.atom"/><link href="https://e.org/"/>
      <entry><title type="html">A &lt;b&gt;</title><id>tag:e.org,2013:1</id>
      <updated>2013-05-07T10:00:00+02:00</updated><author><name>N</name></author>
      <category term="t"/><published>2013-05-07T10:00:00.5Z</published>
      <content type="html">w</content><thr:in-reply-to ref="https://e.org/1" href="https://e.org/1"/>
      </entry></feed>
      """;
  private static final String RSS =
      """
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
       xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>
      <link>https://e.org/</link><description>D</description>
      <item><title>A</title><link>https://e.org/1</link><guid>https://e.org/1</guid>
      <pubDate>Tue, 07 May 2013 10:00:00 GMT</pubDate><dc:creator>N</dc:creator>
      <content:encoded>w</content:encoded><category>t</category></item></channel></rss>
      """;
  private static final String MAP =
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url><loc>https://e.org/posts</loc><lastmod>2013-05-07T10:00:00Z</lastmod></url>
      <url><loc>https://e.org/other</loc><priority>0.5</priority></url></urlset>
      """;
  private static final String JSON =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://e.org/f.json",
       "items":[{"id":"1","url":"https://e.org/1","content_html":"w","tags":["t"],
       "date_published":"2013-05-07T10:00:00Z","authors":[{"name":"N"}],"_own":{"n":1}}]}
      """;

  @Test
  void whatTheStandardsAllowIsTaken() {
    assertThatCode(() -> FeedSchemas.atom(ATOM)).doesNotThrowAnyException();
    assertThatCode(() -> FeedSchemas.rss(RSS)).doesNotThrowAnyException();
    assertThatCode(() -> FeedSchemas.siteMap(MAP)).doesNotThrowAnyException();
    assertThatCode(() -> FeedSchemas.json(JSON)).doesNotThrowAnyException();
  }

  private static void refused(Consumer<String> schema, String good, String from, String to) {
    String broken = good.replaceFirst(from, to);
    org.assertj.core.api.Assertions.assertThat(broken).isNotEqualTo(good);
    assertThatThrownBy(() -> schema.accept(broken)).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "<title>T</title>|''",
        "<id>https://e.org/f</id>|''",
        "<id>https://e.org/f</id>|<id>a word</id>",
        "2013-05-07T10:00:00Z|2013-05-07 10:00:00",
        "2013-05-07T10:00:00Z|2013-05-07T10:00:00",
        "rel=\"self\"|rel=\"other\"",
        "<author><name>N</name></author>|''",
        "<name>N</name>|<name/>",
        "<name>N</name>|<name>N</name><mail>n@e.org</mail>",
        "term=\"t\"|label=\"t\"",
        "<content type=\"html\">w</content>|''",
        "<content type=\"html\">|<content type=\"word\">",
        "ref=\"https://e.org/1\"|''",
        "</entry>|</entry><item/>",
        "</entry>|<x xmlns=\"https://e.org/x\"/></entry>",
        "tag:e.org,2013:1|https://e.org/f",
        "http://www.w3.org/2005/Atom|http://purl.org/atom/ns#",
        "</feed>|''"
      })
  void brokenAtomIsRefused(String from, String to) {
    refused(FeedSchemas::atom, ATOM, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "version=\"2.0\"|version=\"0.91\"",
        "<title>T</title>|''",
        "<link>https://e.org/</link>|<link>/posts</link>",
        "<description>D</description>|''",
        "<title>A</title>|''",
        "<guid>https://e.org/1</guid>|<guid>one</guid>",
        "Tue, 07 May 2013|2013-05-07",
        "07 May 2013|07 Mai 2013",
        "<dc:creator>N</dc:creator>|<author>N</author>",
        "<category>t</category>|<category/>",
        "</item>|</item><entry/>",
        "</item>|<x xmlns=\"https://e.org/x\"/></item>",
        "</channel></rss>|</rss>"
      })
  void brokenRssIsRefused(String from, String to) {
    refused(FeedSchemas::rss, RSS, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "sitemap/0.9|sitemap/1.0",
        "<loc>https://e.org/posts</loc>|''",
        "https://e.org/posts|/posts",
        "https://e.org/other|https://e.org/posts",
        "2013-05-07T10:00:00Z|yesterday",
        "2013-05-07T10:00:00Z|2013-05-07T10:00:00",
        "0.5|7",
        "</url>|<title/></url>",
        "(?s)<url>.*</url>|''"
      })
  void brokenSiteMapsAreRefused(String from, String to) {
    refused(FeedSchemas::siteMap, MAP, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      quoteCharacter = '~',
      value = {
        "version/1.1|version/1",
        "\"title\":\"T\",|~~",
        "\"title\":\"T\"|\"title\":7",
        "https://e.org/f.json|/f.json",
        "\"id\":\"1\"|\"id\":1",
        "\"id\":\"1\",|~~",
        "\"content_html\":\"w\",|~~",
        "2013-05-07T10|2013-05-07 10",
        "00Z|00",
        "\\{\"name\":\"N\"\\}|{}",
        "\\{\"name\":\"N\"\\}|\"N\"",
        "\\[\"t\"\\]|\"t\"",
        "\"_own\"|\"own\"",
        "\"items\"|\"entries\""
      })
  void brokenJsonFeedsAreRefused(String from, String to) {
    refused(FeedSchemas::json, JSON, from, to);
  }
}
