package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.text.Span;
import org.entente.time.TimeExpression.Granularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {
  private static final LocalDate TUESDAY = LocalDate.of(2013, 5, 7);
  private final TimeExpressions times = new TimeExpressions();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The envoys met on Tuesday. | Tuesday | 2013-05-07 | 2013-05-07",
        "The envoys met on Monday. | Monday | 2013-05-06 | 2013-05-06",
        "Shots were heard on Sunday night. | Sunday night | 2013-05-05 | 2013-05-05",
        "He left last Tuesday. | last Tuesday | 2013-04-30 | 2013-04-30",
        "She returns next Friday. | next Friday | 2013-05-17 | 2013-05-17",
        "She returns this Friday. | this Friday | 2013-05-10 | 2013-05-10",
        "The vote is on Monday next week. | Monday next week | 2013-05-13 | 2013-05-13",
        "They met on Friday of last week. | Friday of last week | 2013-05-03 | 2013-05-03",
        "The bridge fell on Thursday the 25th. | Thursday the 25th | 2013-04-25 | 2013-04-25",
        "They spoke yesterday. | yesterday | 2013-05-06 | 2013-05-06",
        "They left the day before yesterday. | the day before yesterday | 2013-05-05 | 2013-05-05",
        "It reopens the day after tomorrow. | the day after tomorrow | 2013-05-09 | 2013-05-09",
        "The market burned overnight. | overnight | 2013-05-06 | 2013-05-07",
        "Rohan struck last night. | last night | 2013-05-06 | 2013-05-06",
        "It opened on April 30. | April 30 | 2013-04-30 | 2013-04-30",
        "It opened on December 30. | December 30 | 2012-12-30 | 2012-12-30",
        "The pact of 3 April 1998 stands. | 3 April 1998 | 1998-04-03 | 1998-04-03",
        "On Monday, 6 May, the port shut. | Monday, 6 May | 2013-05-06 | 2013-05-06",
        "The fort fell on the twenty-first of June 1815. | the twenty-first of June 1815 "
            + "| 1815-06-21 | 1815-06-21",
        "The term ends on the 11th of next month. | the 11th of next month "
            + "| 2013-06-11 | 2013-06-11",
        "Entry 2013-04-12 is the last. | 2013-04-12 | 2013-04-12 | 2013-04-12",
        "The form of 5/7/2012 is void. | 5/7/2012 | 2012-05-07 | 2012-05-07",
        "The form of 25/7/2012 is void. | 25/7/2012 | 2012-07-25 | 2012-07-25",
        "The form of 7.5.2012 is void. | 7.5.2012 | 2012-05-07 | 2012-05-07",
      })
  void resolvesDays(String sentence, String words, LocalDate from, LocalDate to) {
    check(sentence, words, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It was agreed last June. | last June | 2012-06-01 | 2012-06-30",
        "Votes follow in September. | September | 2013-09-01 | 2013-09-30",
        "It began in May 2011. | May 2011 | 2011-05-01 | 2011-05-31",
        "It ends in April next year. | April next year | 2014-04-01 | 2014-04-30",
        "Arnor closed the pass last month. | last month | 2013-04-01 | 2013-04-30",
        "Gondor votes this week. | this week | 2013-05-06 | 2013-05-12",
        "It may rain the week after next. | the week after next | 2013-05-20 | 2013-05-26",
        "They met in the week of 3 June. | the week of 3 June | 2013-06-03 | 2013-06-09",
        "They marched this past weekend. | this past weekend | 2013-05-04 | 2013-05-05",
        "Prices fell in the last year. | the last year | 2012-05-07 | 2013-05-07",
        "Prices fell last year. | last year | 2012-01-01 | 2012-12-31",
        "Much changed in the past decade. | the past decade | 2003-05-07 | 2013-05-07",
        "Sales rose in the third quarter of 2012. | the third quarter of 2012 "
            + "| 2012-07-01 | 2012-09-30",
        "Sales fell in Q1. | Q1 | 2013-01-01 | 2013-03-31",
        "Rain fell in the second half of April. | the second half of April "
            + "| 2013-04-16 | 2013-04-30",
        "Exports fell in the first half of 2012. | the first half of 2012 "
            + "| 2012-01-01 | 2012-06-30",
        "They fought last summer. | last summer | 2012-06-01 | 2012-08-31",
        "They fought in the winter of 1941. | the winter of 1941 | 1941-12-01 | 1942-02-28",
        "Arnor was poor in the 1930s. | the 1930s | 1930-01-01 | 1939-12-31",
        "Arnor was rich in the eighties. | the eighties | 1980-01-01 | 1989-12-31",
        "Arnor was rich in the late '80s. | the late '80s | 1986-09-01 | 1989-12-31",
        "Gondor rose in the 19th century. | the 19th century | 1800-01-01 | 1899-12-31",
        "The tower dates to the year 1204. | the year 1204 | 1204-01-01 | 1204-12-31",
        "They met over the weekend. | the weekend | 2013-05-04 | 2013-05-05",
        "It grew in the first three months of 2012. | the first three months of 2012 "
            + "| 2012-01-01 | 2012-03-31",
        "They meet on the first Monday of June. | the first Monday of June "
            + "| 2013-06-03 | 2013-06-03",
        "It snowed in the last week of March. | the last week of March | 2013-03-25 | 2013-03-31",
        "It was war for a third year. | third year | 2012-05-08 | 2013-05-07",
      })
  void resolvesPeriods(String sentence, String words, LocalDate from, LocalDate to) {
    check(sentence, words, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The shops shut at Christmas. | Christmas | 2012-12-25 | 2012-12-25",
        "The shops shut on Good Friday. | Good Friday | 2013-03-29 | 2013-03-29",
        "They met on Easter Monday 2012. | Easter Monday 2012 | 2012-04-09 | 2012-04-09",
        "They met on New Year's Eve. | New Year's Eve | 2012-12-31 | 2012-12-31",
        "They met last Thanksgiving. | last Thanksgiving | 2012-11-22 | 2012-11-22",
        "They met the day after Christmas. | the day after Christmas | 2012-12-26 | 2012-12-26",
        "They fasted during Ramadan. | Ramadan | 2013-07-09 | 2013-08-06",
      })
  void resolvesHolidays(String sentence, String words, LocalDate from, LocalDate to) {
    check(sentence, words, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The fort fell two days ago. | two days ago | 2013-05-05 | 2013-05-05",
        "The fort fell almost a year ago. | almost a year ago | 2012-05-07 | 2012-07-07",
        "The fort fell a fortnight ago. | a fortnight ago | 2013-04-20 | 2013-04-26",
        "The fort fell a week before Easter. | a week before Easter | 2013-03-24 | 2013-03-24",
        "It will open in three days. | in three days | 2013-05-10 | 2013-05-10",
        "It was the third raid in three days. | in three days | 2013-05-04 | 2013-05-07",
        "Imports fell from a year earlier. | a year earlier | 2012-03-07 | 2012-07-07",
        "It grew in the past three days. | the past three days | 2013-05-04 | 2013-05-07",
        "He fled half a century ago. | half a century ago | 1963-03-07 | 1963-07-07",
        "He fled a year and a half ago. | a year and a half ago | 2011-10-28 | 2011-11-17",
        "He fled a hundred years ago. | a hundred years ago | 1913-03-07 | 1913-07-07",
        "He fled years ago. | years ago | 2003-05-07 | 2011-05-07",
        "It grew in recent weeks. | recent weeks | 2013-04-16 | 2013-05-07",
        "It shuts for the next two weeks. | the next two weeks | 2013-05-08 | 2013-05-21",
        "The court must rule within a month. | within a month | 2013-05-07 | 2013-06-07",
        "The strike has lasted for two weeks. | for two weeks | 2013-04-23 | 2013-05-07",
      })
  void countsFromADay(String sentence, String words, LocalDate from, LocalDate to) {
    check(sentence, words, from, to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It rained in early May. | early May | 2013-05-01 | 2013-05-15",
        "It rained in mid-April. | mid-April | 2013-04-11 | 2013-04-20",
        "It rained in late 2012. | late 2012 | 2012-07-01 | 2012-12-31",
        "It rains at the end of May. | the end of May | 2013-05-16 | 2013-05-31",
        "They meet later this week. | later this week | 2013-05-07 | 2013-05-12",
        "They met earlier this month. | earlier this month | 2013-05-01 | 2013-05-06",
        "It stays shut for the rest of the year. | the rest of the year | 2013-05-07 | 2013-12-31",
        "A summit by the end of May is planned. | by the end of May | 2013-05-07 | 2013-05-31",
        "They want to meet before June. | before June | 2013-05-07 | 2013-05-31",
        "The war has lasted since March 2011. | since March 2011 | 2011-03-01 | 2013-05-07",
        "Gondor fought between 1992 and 1995. | between 1992 and 1995 | 1992-01-01 | 1995-12-31",
        "He ruled Rohan 1992–1995. | 1992–1995 | 1992-01-01 | 1995-12-31",
        "They talk from 3 to 5 May. | from 3 to 5 May | 2013-05-03 | 2013-05-05",
        "They talked on May 3-5. | May 3-5 | 2013-05-03 | 2013-05-05",
        "They talked on May 3 and 4. | May 3 and 4 | 2013-05-03 | 2013-05-04",
        "It ran from November to March 2013. | from November to March 2013 "
            + "| 2012-11-01 | 2013-03-31",
        "It ran from 28 April to 2 May. | from 28 April to 2 May | 2013-04-28 | 2013-05-02",
        "He ruled in the 1914–18 war. | 1914–18 | 1914-01-01 | 1918-12-31",
        "It is shut from May to July. | from May to July | 2013-05-01 | 2013-07-31",
        "It is shut Monday to Friday. | Monday to Friday | 2013-05-06 | 2013-05-10",
        "They strike for 3 days from Monday. | for 3 days from Monday | 2013-05-06 | 2013-05-08",
      })
  void resolvesPartsAndRanges(String sentence, String words, LocalDate from, LocalDate to) {
    check(sentence, words, from, to);
  }

  @Test
  void findsTwoDaysApart() {
    assertThat(find("Talks are held on May 3 and May 5."))
        .extracting(e -> e.range().from())
        .containsExactly(LocalDate.of(2013, 5, 3), LocalDate.of(2013, 5, 5));
  }

  @Test
  void countsFromTheDayNamedBefore() {
    assertThat(find("He fled on 3 April and was caught two days later."))
        .extracting(e -> e.range().from())
        .containsExactly(LocalDate.of(2013, 4, 3), LocalDate.of(2013, 4, 5));
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

  @Test
  void keepsTheUnitAndWhetherTheWordsAreVague() {
    TimeExpression early = find("It rained in early May.").getFirst();
    TimeExpression exact = find("It rained on 3 May.").getFirst();

    assertThat(early.granularity()).isEqualTo(Granularity.MONTH);
    assertThat(early.vague()).isTrue();
    assertThat(exact.granularity()).isEqualTo(Granularity.DAY);
    assertThat(exact.vague()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The king may march on Arnor.",
        "March on, the captain cried.",
        "Prime Minister May spoke to the Sun.",
        "Some 2000 soldiers crossed the river.",
        "It was felled by 2000 archers.",
        "On 31 June nothing can happen.",
        "The second attack failed.",
        "Two days later he resigned.",
        "The fall of the tower shook them.",
        "He came second and sat down.",
        "He was jailed for two years.",
        "They sailed to Christmas Island.",
        "The bill costs 3.5 million crowns.",
        "Version 1.2.3 is out.",
        "Men came here tens of thousands of years ago.",
        "",
      })
  void findsNoDateWhereThereIsNone(String sentence) {
    assertThat(find(sentence)).isEmpty();
  }

  @Test
  void numbersBehindACommaAreNoDays() {
    assertThat(find("In May, 20 soldiers died."))
        .extracting(TimeExpression::granularity)
        .containsExactly(Granularity.MONTH);
    assertThat(find("In May 3,500 soldiers died."))
        .extracting(TimeExpression::granularity)
        .containsExactly(Granularity.MONTH);
  }

  @ParameterizedTest
  @Timeout(10)
  @ValueSource(
      strings = {
        "between early 1992 and the end of ",
        "the day before the day before ",
        "two days before ",
        "one hundred and ",
        "the first week of the first week of ",
        "2012-",
        "may ",
      })
  void readsALongRunOfTimeWords(String words) {
    assertThat(find(words.repeat(20_000))).isNotNull();
  }

  private void check(String sentence, String words, LocalDate from, LocalDate to) {
    List<TimeExpression> found = find(sentence);

    assertThat(found).extracting(e -> e.span().in(sentence)).containsExactly(words);
    assertThat(found.getFirst().range()).isEqualTo(new DateRange(from, to));
  }

  private List<TimeExpression> find(String sentence) {
    return times.find(sentence, new Span(0, sentence.length()), TUESDAY);
  }
}
