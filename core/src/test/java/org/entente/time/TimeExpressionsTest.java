package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeExpressionsTest {
  private static final LocalDate TUESDAY = LocalDate.of(2013, 5, 7);
  private final TimeExpressions times = new TimeExpressions();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The envoys met on Tuesday. | Tuesday | 2013-05-07 | 2013-05-07",
        "The envoys met on Monday. | Monday | 2013-05-06 | 2013-05-06",
        "He left last Tuesday. | last Tuesday | 2013-04-30 | 2013-04-30",
        "She returns next Friday. | next Friday | 2013-05-17 | 2013-05-17",
        "They spoke yesterday. | yesterday | 2013-05-06 | 2013-05-06",
        "It was agreed last June. | last June | 2012-06-01 | 2012-06-30",
        "Votes follow in September. | September | 2013-09-01 | 2013-09-30",
        "A summit by the end of May is planned. | by the end of May | 2013-05-07 | 2013-05-31",
        "The war has lasted since March 2011. | since March 2011 | 2011-03-01 | 2013-05-07",
        "The pact of 3 April 1998 stands. | 3 April 1998 | 1998-04-03 | 1998-04-03",
        "It opened on April 30. | April 30 | 2013-04-30 | 2013-04-30",
        "It opened on December 30. | December 30 | 2012-12-30 | 2012-12-30",
        "Gondor fought between 1992 and 1995. | between 1992 and 1995 | 1992-01-01 | 1995-12-31",
        "The fort fell two days ago. | two days ago | 2013-05-05 | 2013-05-05",
        "Arnor closed the pass last month. | last month | 2013-04-01 | 2013-04-30",
        "It grew in the past three days. | the past three days | 2013-05-04 | 2013-05-07",
        "Arnor was poor in the 1930s. | the 1930s | 1930-01-01 | 1939-12-31",
      })
  void resolvesAgainstTheReferenceDate(
      String sentence, String words, LocalDate from, LocalDate to) {
    List<TimeExpression> found = find(sentence);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().span().in(sentence)).isEqualTo(words);
    assertThat(found.getFirst().range()).isEqualTo(new DateRange(from, to));
  }

  @Test
  void findsTwoDaysApart() {
    assertThat(find("Talks are held on May 3 and May 5."))
        .extracting(e -> e.range().from())
        .containsExactly(LocalDate.of(2013, 5, 3), LocalDate.of(2013, 5, 5));
  }

  @Test
  void takesTheNextWeekdayWhereTheClauseSpeaksOfTheFuture() {
    String sentence = "The envoys will meet on Thursday.";

    assertThat(
            times.find(
                sentence,
                new Span(0, sentence.length()),
                TUESDAY,
                TimeExpressions.Direction.FUTURE))
        .extracting(e -> e.range().from())
        .containsExactly(LocalDate.of(2013, 5, 9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The king may march on Arnor.",
        "Some 2000 soldiers crossed the river.",
        "On 31 June nothing can happen.",
        "''",
      })
  void findsNoDateWhereThereIsNone(String sentence) {
    assertThat(find(sentence)).allMatch(e -> e.granularity() != TimeExpression.Granularity.DAY);
    assertThat(find(sentence)).extracting(TimeExpression::rule).doesNotContain("time.year");
  }

  @Test
  @Timeout(10)
  void readsALongRunOfTimeWords() {
    assertThat(find("between early 1992 and the end of ".repeat(20_000))).isNotEmpty();
  }

  private List<TimeExpression> find(String sentence) {
    return times.find(sentence, new Span(0, sentence.length()), TUESDAY);
  }
}
