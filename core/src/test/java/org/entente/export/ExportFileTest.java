package org.entente.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportFileTest {
  private static final int ARTICLES = 1300;

  @TempDir Path folder;

  private final MemoryRecords all = MemoryRecords.of(Samples.hostile(ARTICLES));

  /** Records that fail after some articles, as when the power goes or the disk is full. */
  private record Failing(MemoryRecords all, int after, String state) implements Records {
    @Override
    public Heading heading(Selection selection) {
      Heading h = all.heading(selection);
      return new Heading(h.codebook(), state, h.selection(), h.years(), h.read());
    }

    @Override
    public void each(Selection selection, long start, Reader reader) throws IOException {
      int n = 0;
      for (ArticleRecord article : all.articles()) {
        if (article.article().id() > start) {
          if (n++ == after) {
            throw new IOException("No space left on device");
          }
          reader.take(article);
        }
      }
    }
  }

  private ExportFile export(String layout, Records records) {
    Layout chosen = Layouts.named(layout).orElseThrow();
    return new ExportFile(chosen, records, Selection.ALL, folder.resolve("out"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"icews", "table", "acled", "events", "geojson", "annotations", "parquet"})
  void anInterruptedFileGoesOnToTheSameBytes(String layout) throws Exception {
    assertThatThrownBy(() -> export(layout, new Failing(all, 777, "7.7.0")).write())
        .hasMessageContaining("No space left");
    assertThat(folder.resolve("out")).doesNotExist();
    ExportFile again = export(layout, all);
    Written written = again.write();
    MemoryRecords.Outcome whole = all.in(layout);
    assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(whole.bytes());
    assertThat(written).isEqualTo(whole.written());
    assertThat(again.resumedAfter()).isEqualTo(layout.equals("parquet") ? 0 : 500);
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @Test
  void whatChangedInBetweenBeginsAnew() throws Exception {
    assertThatThrownBy(() -> export("table", new Failing(all, 777, "other")).write())
        .isInstanceOf(IOException.class);
    ExportFile again = export("table", all);
    again.write();
    assertThat(again.resumedAfter()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("out"))).isEqualTo(all.in("table").bytes());
  }

  @Test
  void yearsStandInFilesThatTheReadersKnow() throws Exception {
    Layout icews = Layouts.named("icews").orElseThrow();
    YearFiles years = new YearFiles(icews, all, Selection.ALL, folder);
    assertThat(years.write()).containsOnlyKeys("events.2013.entente.tab");
    assertThat(folder.toFile().list()).containsExactly("events.2013.entente.tab");
    assertThat(List.of("polecat", "gdelt", "gdelt-mentions", "table"))
        .extracting(name -> YearFiles.name(Layouts.named(name).orElseThrow(), 2013))
        .containsExactly(
            "ngecEvents.entente.2013.txt",
            "2013.export.CSV",
            "2013.mentions.CSV",
            "table.2013.tab");
  }
}
