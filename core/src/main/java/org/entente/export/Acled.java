package org.entente.export;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.actor.Actor;
import org.entente.codebook.DataFile;
import org.entente.codebook.DataFile.Row;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * Our own events of violence and protest with the 31 column names that readers of ACLED's files
 * know (ACLED Codebook, 2024). It holds nothing of ACLED's: what only its coders add (region,
 * administrative units, fatalities) is empty. Types come from the CAMEO code by a data file.
 */
public final class Acled implements TableLayout {
  static final List<String> COLUMNS =
      List.of(
          "event_id_cnty",
          "event_date",
          "year",
          "time_precision",
          "disorder_type",
          "event_type",
          "sub_event_type",
          "actor1",
          "assoc_actor_1",
          "inter1",
          "actor2",
          "assoc_actor_2",
          "inter2",
          "interaction",
          "civilian_targeting",
          "iso",
          "region",
          "country",
          "admin1",
          "admin2",
          "admin3",
          "location",
          "latitude",
          "longitude",
          "geo_precision",
          "source",
          "source_scale",
          "notes",
          "fatalities",
          "tags",
          "timestamp");

  private static final String CIVILIANS = "Civilians";

  /** In the order in which the codebook joins two of them. */
  private static final List<String> INTERS =
      List.of(
          "State forces",
          "Rebel group",
          "Political militia",
          "Identity militia",
          "Rioters",
          "Protesters",
          "External/Other forces",
          CIVILIANS);

  private static final int WEEK = 7;

  private final Countries countries = Countries.shipped();
  private final Sectors sectors = Sectors.shipped();
  private final List<Row> kinds =
      DataFile.resource(Acled.class, "/org/entente/export/acled-types.tsv", 4).rows();

  @Override
  public String name() {
    return "acled";
  }

  @Override
  public TableWriter.Form form() {
    return TableWriter.Form.CSV;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable String refuses(ExportEvent event) {
    String reason = Refusal.ofFact(event);
    if (reason != null) {
      return reason;
    }
    return kind(event.type().code()) == null ? "neither violence nor protest" : null;
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    LocalDate day = Objects.requireNonNull(event.day());
    Place place = event.place();
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add((place.country().isEmpty() ? "" : place.country()) + event.id());
    row.add(day.toString());
    row.add(Integer.toString(day.getYear()));
    row.add(precision(event.range()));
    addType(row, event);
    addPlace(row, place);
    addSource(row, event);
    return List.of(row);
  }

  private void addType(List<String> row, ExportEvent event) {
    Row kind = Objects.requireNonNull(kind(event.type().code()));
    String one = crowd(kind.column(2), inter(event.source()));
    String other = inter(event.target());
    boolean civilians = other.equals(CIVILIANS) && !kind.column(2).equals("Protests");
    boolean battle = civilians && kind.column(2).equals("Battles");
    row.add(kind.column(1));
    row.add(battle ? "Violence against civilians" : kind.column(2));
    row.add(battle ? "Attack" : kind.column(3));
    addActor(row, event.source(), one);
    addActor(row, event.target(), other);
    row.add(interaction(one, other));
    row.add(civilians ? "Civilian targeting" : "");
  }

  /** Who protests or riots is called so there, whoever it is otherwise. */
  private static String crowd(String type, String inter) {
    boolean people = inter.isEmpty() || inter.equals(CIVILIANS);
    return people && type.equals("Protests")
        ? "Protesters"
        : people && type.equals("Riots") ? "Rioters" : inter;
  }

  /**
   * Both kinds in the codebook's order, whoever acted: a state and rebels never stand the other way
   * round.
   */
  private static String interaction(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty() ? "" : one + other + " only";
    }
    boolean inOrder = INTERS.indexOf(one) <= INTERS.indexOf(other);
    return inOrder ? one + "-" + other : other + "-" + one;
  }

  private void addActor(List<String> row, @Nullable Party party, String inter) {
    row.add(party == null ? "" : party.actor().name());
    row.add(party == null ? "" : countries.name(party.actor().country()));
    row.add(inter);
  }

  private void addPlace(List<String> row, Place place) {
    String country = place.country();
    boolean whole = place.whole();
    row.add(countries.number(country));
    row.addAll(List.of("", countries.name(country), "", "", "", place.name()));
    row.add(whole ? countries.latitude(country) : "");
    row.add(whole ? countries.longitude(country) : "");
    row.add(place.name().isEmpty() ? "" : whole ? "3" : "1");
  }

  private void addSource(List<String> row, ExportEvent event) {
    row.add(event.article().publisher());
    row.add("");
    row.add(event.evidence().passage().exact());
    row.add("");
    row.add("code=" + event.type().code() + "; rule=" + event.rule());
    row.add(
        event.article().added() == null
            ? ""
            : Long.toString(event.article().added().getEpochSecond()));
  }

  /** 1 the day is known, 2 the week, 3 the month or less. */
  private static String precision(@Nullable DateRange range) {
    if (range == null) {
      return "1";
    }
    long days = ChronoUnit.DAYS.between(range.from(), range.to()) + 1;
    return days == 1 ? "1" : days <= WEEK ? "2" : "3";
  }

  private String inter(@Nullable Party party) {
    if (party == null) {
      return "";
    }
    Actor actor = party.actor();
    if (actor.sector().isEmpty()) {
      return countries.isKnown(actor.country()) ? "State forces" : "";
    }
    return sectors.acled(actor.sector());
  }

  /** The entry whose code is the longest beginning of this one. */
  private @Nullable Row kind(String code) {
    Row found = null;
    for (Row row : kinds) {
      boolean longer = found == null || row.column(0).length() > found.column(0).length();
      found = code.startsWith(row.column(0)) && longer ? row : found;
    }
    return found;
  }
}
