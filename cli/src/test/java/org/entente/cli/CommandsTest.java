package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void codesInTheOrderOfTheInputAndTheSameBytesTwice() throws Exception {
    Path in = folder.resolve("in.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      lines.append("{\"id\":\"d").append(i).append("\",\"date\":\"2001-05-0").append(i % 9 + 1);
      lines.append(
          "\",\"text\":\"Arnor met Gondor. France condemned Syria, an envoy said. 😀 Turkey bombed Iraq.\"}\n");
    }
    Files.writeString(in, lines);
    assertThat(run("code", in.toString(), folder.resolve("a").toString())).isZero();
    assertThat(run("code", in.toString(), folder.resolve("b").toString())).isZero();
    List<String> coded = Files.readAllLines(folder.resolve("a"));
    assertThat(coded).hasSize(200).isEqualTo(Files.readAllLines(folder.resolve("b")));
    assertThat(coded.get(117)).startsWith("{\"id\":\"d117\"");
  }

  @Test
  void aBadLineIsAProblemAndTheRestIsCoded() throws Exception {
    Path in = folder.resolve("bad.jsonl");
    Files.writeString(
        in,
        "{\"id\":\"a\",\"text\":\"France condemned Syria.\"}\n".repeat(6)
            + "{\"id\": oops\n{\"id\":\"z\",\"text\":\"Israel bombed Syria.\"}\n");
    Path coded = folder.resolve("coded");
    assertThat(run("code", in.toString(), coded.toString())).isEqualTo(Exit.OK);
    List<String> lines = Files.readAllLines(coded);
    assertThat(lines).hasSize(8);
    assertThat(lines.get(6)).contains("bad.jsonl:7");
    assertThat(lines.get(7)).contains("\"code\":\"195\"");
    assertThat(run("code", "--strict", in.toString(), coded.toString())).isEqualTo(Exit.INPUT);
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() {
    assertThat(run("read", folder.resolve("none.txt").toString())).isEqualTo(Exit.INPUT);
    assertThat(err.toString())
        .contains("there is no such file or folder")
        .doesNotContain("Exception");
    assertThat(run("read")).isEqualTo(Exit.USAGE);
  }

  @Test
  void whatCannotBeWrittenIsSaidInOneSentence() throws Exception {
    Path in = Files.writeString(folder.resolve("in.jsonl"), "{\"text\":\"Arnor met Gondor.\"}");
    String none = folder.resolve("none/quotations.jsonl").toString();
    String sentence = "entente: " + none + " cannot be made; does its folder exist?";
    assertThat(run("code", in.toString(), none)).isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains(sentence);
    err.getBuffer().setLength(0);
    assertThat(run("read", in.toString(), "--html", none)).isEqualTo(Exit.EXPORT);
    assertThat(err.toString()).contains(sentence);
  }

  @Test
  void theDemoFindsItsThreeArticles() {
    assertThat(run("demo", "--no-serve")).isEqualTo(Exit.OK);
    assertThat(out.toString())
        .contains(
            "1  Moscow and Washington",
            "2  Russia alarmed",
            "3  Aid agencies",
            "2013-05-07",
            "author missing");
  }

  @Test
  void thePageStandsAloneAndItsNumbersLeadToTheTables() throws Exception {
    Path page = folder.resolve("page.html");
    Path review = folder.resolve("review.txt");
    Files.writeString(review, HtmlView.resource("review.txt"));
    assertThat(run("read", review.toString(), "--html", page.toString())).isEqualTo(Exit.OK);
    String html = Files.readString(page);
    assertThat(html).doesNotContain("<script", "src=\"http", "<link");
    assertThat(html).contains("id=\"e1\"", "href=\"#e1\"", "id=\"re1\"", "id=\"s1\"", "commentary");
  }

  @Test
  void theStatementsOfAPageCanBeChosenWithoutScript() throws Exception {
    Path review = folder.resolve("review.txt");
    Path page = folder.resolve("chosen.html");
    Files.writeString(
        review,
        "A quiet day, 7 May 2013\n\nFrance said it would help Mali.\n\nMali said it was grateful.\n");
    assertThat(run("read", review.toString(), "--html", page.toString())).isEqualTo(Exit.OK);
    String html = Files.readString(page);
    assertThat(html).contains("id=\"f-p-p1\"", "body:has(#f-p-p1:checked) tr.said:not(.p1)");
    assertThat(html)
        .contains("class=\"said p0")
        .contains("class=\"said p1")
        .doesNotContain("<script");
  }

  @Test
  void saidListsWhatOneSpeakerSays() throws Exception {
    Path text = folder.resolve("said.txt");
    Files.writeString(text, "Lavrov said the plan was dead. Kerry said the plan was alive.");
    assertThat(run("said", "lavrov", text.toString())).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("the plan was dead").doesNotContain("the plan was alive");
    assertThat(run("said", "nobody", text.toString())).isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("Nothing said by 'nobody' was found.");
  }

  @Test
  void aBrokenOwnFileHasAnExitStatusOfItsOwn() throws Exception {
    Files.writeString(folder.resolve("acts.tsv"), "x\t999\tsupport\t\tsing\t\n");
    assertThat(run("codebook", "check", "--own", folder.toString())).isEqualTo(Exit.CODEBOOK);
    assertThat(err.toString()).contains("acts.tsv:1: code '999' is not in types.tsv");
  }

  @Test
  void explainShowsTheTreeAndTheRule() {
    assertThat(run("codebook", "explain", "Russia vetoed a resolution on Syria."))
        .isEqualTo(Exit.OK);
    assertThat(out.toString()).contains("nsubj", "by veto");
  }

  @Test
  @Tag("slow")
  void everySpanOfTheNewsVerifies() throws Exception {
    Path news =
        Path.of(System.getProperty("entente.root"), "../shared/input/wikinews-2019-2020.jsonl.gz")
            .normalize();
    assumeTrue(Files.exists(news), "the news articles are not beside the project");
    Path coded = folder.resolve("news.jsonl");
    assertThat(run("code", news.toString(), coded.toString())).isEqualTo(Exit.OK);
    Map<String, int[]> texts = texts(news);
    int spans = 0;
    for (String line : Files.readAllLines(coded)) {
      JsonNode reading = JsonMapper.shared().readTree(line);
      int[] text = texts.get(reading.get("id").asString());
      assertThat(reading.get("problems")).as(line.substring(0, 80)).isEmpty();
      if (text != null) {
        spans += verify(reading, text);
      }
    }
    assertThat(spans).isGreaterThan(10_000);
  }

  private static int verify(JsonNode node, int[] text) {
    int spans = 0;
    if (node.has("start") && node.has("exact")) {
      int start = node.get("start").asInt();
      int end = node.get("end").asInt();
      assertThat(new String(text, start, end - start)).isEqualTo(node.get("exact").asString());
      spans++;
    }
    for (JsonNode child : node) {
      spans += verify(child, text);
    }
    return spans;
  }

  /** Code points by the id that a line without one gets. */
  private static Map<String, int[]> texts(Path news) throws Exception {
    Map<String, int[]> texts = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(news)), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode json = JsonMapper.shared().readTree(line);
        texts.put(
            news + ":" + ++number,
            Objects.requireNonNull(json.get("text")).asString().codePoints().toArray());
      }
    }
    return texts;
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
