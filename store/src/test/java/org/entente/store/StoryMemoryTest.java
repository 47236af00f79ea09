package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.entente.Entente;
import org.entente.Reading;
import org.entente.source.Document;
import org.entente.source.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However much the memory holds, and however days come, stories and copies are the same. */
@ParameterizedClass
@MethodSource("org.entente.store.Databases#all")
class StoryMemoryTest {
  private static final Entente ENTENTE = Entente.create();
  private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
  private static final int YEARS = 10;
  private static final int ARTICLES = 240;
  private static final long ALL = Long.MAX_VALUE;

  private final Databases database;
  @TempDir private Path folder;

  StoryMemoryTest(Databases database) {
    this.database = database;
  }

  /** In which order the articles come. */
  enum Order {
    BY_DAY,
    LAST_FIRST,
    BY_CHANCE;

    List<Reading> of(List<Reading> readings) {
      List<Reading> ordered = new ArrayList<>(readings);
      if (this == BY_CHANCE) {
        Collections.shuffle(ordered, new Random(5));
        return ordered;
      }
      Comparator<Reading> byDay =
          Comparator.comparing(
              StoryMemoryTest::day, Comparator.nullsLast(Comparator.naturalOrder()));
      ordered.sort(this == BY_DAY ? byDay : byDay.reversed());
      return ordered;
    }
  }

  private static @Nullable LocalDate day(Reading reading) {
    return reading.document().metadata().date();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeldDecidesNothing(Order order) throws Exception {
    List<Reading> readings = order.of(new News().readings());
    List<String> neverLetGo = placed(readings, ALL);
    assertThat(neverLetGo).anyMatch(line -> !line.endsWith(" -")).hasSize(ARTICLES);
    assertThat(neverLetGo.stream().map(line -> line.split(" ")[1]).distinct().count())
        .isBetween(10L, ARTICLES / 2L);
    assertThat(placed(readings, 0)).isEqualTo(neverLetGo);
    assertThat(placed(readings, ARTICLES / 3)).isEqualTo(neverLetGo);
  }

  /** Two programs add, one each second article; each holds so many articles. */
  private List<String> placed(List<Reading> readings, long held) throws Exception {
    String location = database.location(Files.createTempDirectory(folder, "store"));
    try (Store one = Store.open(location);
        Store other = Store.open(location)) {
      one.writer().stories().hold(held);
      other.writer().stories().hold(held);
      for (int i = 0; i < readings.size(); i++) {
        (i % 2 == 0 ? one : other).add(readings.get(i), "made up");
      }
      return one.read(h ->
          h.createQuery("SELECT id, story_id, copy_of FROM articles ORDER BY id")
              .map((rs, context) -> {
                String copied = rs.getString(3);
                return rs.getLong(1) + " " + rs.getLong(2) + " " + (copied == null ? "-" : copied);
              })
              .list());
    }
  }

  /** Made-up articles of a few matters: some repeat others, some are later versions. */
  private static final class News {
    private static final String[] MATTERS = {
      "harbour crane docker strike wage union quay container",
      "grain harvest drought export silo wheat farmer price",
      "pipeline gas valve transit contract winter pressure meter",
      "satellite orbit rocket launch antenna signal module crew",
      "vaccine clinic fever nurse trial dose patient ward",
      "reactor uranium inspector fuel turbine cooling shutdown seal"
    };

    private final Random random = new Random(11);
    private final List<Document> documents = new ArrayList<>();

    List<Reading> readings() {
      while (documents.size() < ARTICLES) {
        documents.add(random.nextInt(4) == 0 && !documents.isEmpty() ? another() : first());
      }
      return documents.stream().map(ENTENTE::read).toList();
    }

    private Document first() {
      String[] words = MATTERS[random.nextInt(MATTERS.length)].split(" ");
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 4; i++) {
        Collections.shuffle(Arrays.asList(words), random);
        String name = "Bal" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
        text.append(
            "The %s of %s and the %s met the %s before a %s. "
                .formatted(words[0], name, words[1], words[2], words[3]));
      }
      boolean undated = random.nextInt(12) == 0;
      return document(
          "n" + documents.size(),
          text.toString(),
          undated ? null : FIRST.plusDays(random.nextInt(365 * YEARS)));
    }

    /** What repeats an earlier article within days, or is its next version. */
    private Document another() {
      Document earlier = documents.get(random.nextInt(documents.size()));
      LocalDate day = earlier.metadata().date();
      LocalDate near = day == null ? null : day.plusDays(random.nextInt(20));
      return random.nextInt(3) == 0
          ? document(earlier.id(), earlier.content() + "Version " + documents.size() + ".", near)
          : document(
              "n" + documents.size(),
              "In brief " + documents.size() + ". " + earlier.content(),
              near);
    }

    private static Document document(String name, String text, @Nullable LocalDate day) {
      return Document.plain(name, text, new Metadata("News", null, "Wire", null, day, "en"));
    }
  }
}
