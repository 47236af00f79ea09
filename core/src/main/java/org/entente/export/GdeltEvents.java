package org.entente.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The events table of GDELT 2.0 (Data Format Codebook V2.0, 2015): 61 columns, no header. One row
 * for each report: the counts of mentions, sources and articles are 1, and the tone, which nobody
 * measures here, is empty.
 */
public final class GdeltEvents implements TableLayout {
  static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  private static final List<String> ACTOR =
      List.of(
          "Code",
          "Name",
          "CountryCode",
          "KnownGroupCode",
          "EthnicCode",
          "Religion1Code",
          "Religion2Code",
          "Type1Code",
          "Type2Code",
          "Type3Code");
  private static final List<String> GEO =
      List.of(
          "Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID");

  /** Columns for types of an actor. */
  private static final int TYPES = 3;

  static final List<String> COLUMNS = columnNames();

  private final Countries countries = Countries.shipped();
  private final Sectors sectors = Sectors.shipped();

  private static List<String> columnNames() {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
    ACTOR.forEach(c -> all.add("Actor1" + c));
    ACTOR.forEach(c -> all.add("Actor2" + c));
    all.addAll(List.of("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"));
    all.addAll(List.of("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"));
    GEO.forEach(c -> all.add("Actor1Geo_" + c));
    GEO.forEach(c -> all.add("Actor2Geo_" + c));
    GEO.forEach(c -> all.add("ActionGeo_" + c));
    all.addAll(List.of("DATEADDED", "SOURCEURL"));
    return List.copyOf(all);
  }

  @Override
  public String name() {
    return "gdelt";
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable String refuses(ExportEvent event) {
    return Refusal.ofFact(event);
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add(Long.toString(event.id()));
    addDay(row, Objects.requireNonNull(event.day()));
    addActor(row, event.source());
    addActor(row, event.target());
    addCode(row, event);
    addNowhere(row);
    addNowhere(row);
    addPlace(row, event.place());
    row.add(stamp(event.article()));
    row.add(identifier(event.article()));
    return List.of(row);
  }

  /**
   * The fraction as GDELT's files have it: whole months before it of 30 days, so that it stays
   * below 1 (20041126 is 2004.8932), which the formula printed in the codebook does not.
   */
  private static void addDay(List<String> row, LocalDate day) {
    double fraction = ((day.getMonthValue() - 1) * 30 + day.getDayOfMonth()) / 365.0;
    row.add(DateTimeFormatter.BASIC_ISO_DATE.format(day));
    row.add(DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT).format(day));
    row.add(Integer.toString(day.getYear()));
    row.add(String.format(Locale.ROOT, "%.4f", day.getYear() + fraction));
  }

  private void addActor(List<String> row, @Nullable Party party) {
    if (party == null) {
      row.addAll(List.of("", "", "", "", "", "", "", "", "", ""));
      return;
    }
    Actor actor = party.actor();
    String country = countries.isKnown(actor.country()) ? actor.country() : "";
    List<String> types = types(actor, country);
    row.add(country + String.join("", types));
    row.addAll(List.of(actor.name().toUpperCase(Locale.ROOT), country, "", "", "", ""));
    for (int i = 0; i < TYPES; i++) {
      row.add(i < types.size() ? types.get(i) : "");
    }
  }

  /** IGO and NGO, which stand in the place of a country with us, are types of actor there. */
  private List<String> types(Actor actor, String country) {
    return Stream.of(country.isEmpty() ? actor.country() : "", sectors.cameo(actor.sector()))
        .filter(type -> !type.isEmpty())
        .distinct()
        .toList();
  }

  private static void addCode(List<String> row, ExportEvent event) {
    String code = event.type().code();
    row.add(event.lead() ? "1" : "0");
    row.add(code);
    row.add(code.substring(0, Math.min(3, code.length())));
    row.add(event.type().root());
    row.add(Integer.toString(event.type().quad()));
    row.add(Double.toString(event.type().goldstein()));
    row.addAll(List.of("1", "1", "1", ""));
  }

  /** Where actors are named is not known; type 0 says so. */
  private static void addNowhere(List<String> row) {
    row.addAll(List.of("0", "", "", "", "", "", "", ""));
  }

  /**
   * Type 1 is a country, 3 a city of the United States, 4 of elsewhere; only a country's centre is
   * known.
   */
  private void addPlace(List<String> row, Place place) {
    String country = place.country();
    String fips = countries.fips(country);
    if (country.isEmpty()) {
      addNowhere(row);
    } else if (place.whole()) {
      row.addAll(List.of("1", countries.name(country), fips, fips, ""));
      row.addAll(List.of(countries.latitude(country), countries.longitude(country), fips));
    } else {
      String city = country.equals("USA") ? "3" : "4";
      row.addAll(List.of(city, place.name() + ", " + countries.name(country), fips, "", ""));
      row.addAll(List.of("", "", ""));
    }
  }

  /** When it came into the collection, as {@code 20130507101500}. */
  static String stamp(ExportArticle article) {
    return article.added() == null ? "" : STAMP.format(article.added().atOffset(ZoneOffset.UTC));
  }

  /** Its address, or the name of its document. */
  static String identifier(ExportArticle article) {
    return article.url().isEmpty() ? article.document() : article.url();
  }
}
