package org.entente.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.entente.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDatesTest {
  private final PrintedDates dates = new PrintedDates();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 May, 2013|7 May, 2013|date.day-month",
        "Tuesday, 7 May 2013|Tuesday, 7 May 2013|date.day-month",
        "Published 7th of May 2013 at 9:15|7th of May 2013|date.day-month",
        "7. Mai 2013|7. Mai 2013|date.day-month",
        "le 7 mai 2013|7 mai 2013|date.day-month",
        "7 de mayo de 2013|7 de mayo de 2013|date.day-month",
        "7 мая 2013 г.|7 мая 2013|date.day-month",
        "May 7, 2013|May 7, 2013|date.month-day",
        "2013-05-07T10:00:00Z|2013-05-07|date.iso",
        "07.05.2013|07.05.2013|date.numeric",
        "07/05/2013|07/05/2013|date.numeric-day-first",
      })
  void printedDatesAreTheSeventhOfMay(String text, String printed, String rule) {
    var found = dates.find(text, new Span(0, text.length()));

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().value()).isEqualTo(LocalDate.of(2013, 5, 7));
    assertThat(found.getFirst().span().in(text)).isEqualTo(printed);
    assertThat(found.getFirst().rule()).isEqualTo(rule);
  }

  @Test
  void aHardLineBreakMayStandInsideADate() {
    assertThat(dates.find("7\nMay, 2013\nThe", new Span(0, 15)))
        .extracting(PrintedDates.Found::span)
        .containsExactly(new Span(0, 11));
  }

  @Test
  void anAmericanPageReadsTheMonthFirst() {
    var found = PrintedDates.monthFirst().find("07/05/2013", new Span(0, 10));

    assertThat(found.getFirst().value()).isEqualTo(LocalDate.of(2013, 7, 5));
    assertThat(found.getFirst().rule()).isEqualTo("date.numeric-month-first");
  }

  @ParameterizedTest
  @CsvSource({"25/12/2013", "12/25/2013", "25.12.2013", "2013/12/25"})
  void onlyOneReadingIsADay(String text) {
    assertThat(dates.find(text, new Span(0, text.length())).getFirst().value())
        .isEqualTo(LocalDate.of(2013, 12, 25));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31 June 2013", "May 2013", "version 1.2.3", "7 of 2013", "12345-05-07", ""})
  void noDayIsReadWhereNoneIsPrinted(String text) {
    assertThat(dates.find(text, new Span(0, text.length()))).isEmpty();
  }
}
