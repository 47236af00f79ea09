package org.entente.desk;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Dates and numbers as the reader's region writes them, in English, the language of the pages.
 * Thread-safe.
 */
public final class LocaleWords {
  private final Locale locale;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  private LocaleWords(Locale locale) {
    this.locale = locale;
    this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
  }

  /** As the browser that sends a request asks for them. */
  public static LocaleWords of(ServerRequest request) {
    return of(request.servletRequest().getLocale());
  }

  /** The region of what the browser asks for; Great Britain where it names none. */
  static LocaleWords of(Locale asked) {
    String region = asked.getCountry().isEmpty() ? "GB" : asked.getCountry();
    return new LocaleWords(Locale.of("en", region));
  }

  /** 7 May 2013. */
  public String day(LocalDate day) {
    return date.format(day);
  }

  /** 7 May 2013, 14:05 UTC. */
  public String moment(Instant moment) {
    OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
    return day(at.toLocalDate()) + ", " + time.format(at) + " UTC";
  }

  /** 12,345. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** 12.3, with one digit after the point; two below one. */
  public String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.abs(number) < 1 ? 2 : 1);
    return format.format(number);
  }

  /** 93%, of a share from 0 to 1. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }
}
