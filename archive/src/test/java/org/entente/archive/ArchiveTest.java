package org.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is wrong with the words is said before Spark starts. */
class ArchiveTest {
  @ParameterizedTest
  @CsvSource({
    "--slice,0,is too small",
    "--batch,-1,is too small",
    "--from,7.5.2013,write it as 2013-05-07",
    "--host,https://bbc.co.uk/,write it as bbc.co.uk",
    "--language,english,write it as en",
    "--lnguage,en,Unknown option"
  })
  void aWrongWordIsToldInASentence(String option, String value, String sentence) {
    StringWriter said = new StringWriter();
    CommandLine line = Archive.line().setErr(new PrintWriter(said));
    assertThat(line.execute("run", "in", "--out", "out", option, value)).isEqualTo(2);
    assertThat(said.toString()).startsWith("entente: ").contains(sentence).doesNotContain("\tat ");
  }
}
