package org.entente.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entente.actor.Actor;
import org.entente.codebook.EventType;
import org.jspecify.annotations.Nullable;

/**
 * The layout of the ICEWS Coded Event Data (Boschee and others, Harvard Dataverse,
 * doi:10.7910/DVN/28075): 20 columns and a header.
 *
 * <p>As there, a meeting is written in both directions. The id of a row is twice ours, plus one for
 * the direction that we add: half of it, rounded down, is our event.
 */
public final class Icews implements TableLayout {
  static final List<String> COLUMNS =
      List.of(
          "Event ID",
          "Event Date",
          "Source Name",
          "Source Sectors",
          "Source Country",
          "Event Text",
          "CAMEO Code",
          "Intensity",
          "Target Name",
          "Target Sectors",
          "Target Country",
          "Story ID",
          "Sentence Number",
          "Publisher",
          "City",
          "District",
          "Province",
          "Country",
          "Latitude",
          "Longitude");

  /** Readers of ICEWS take ids for 32-bit integers, and each of our events takes two. */
  private static final long HIGHEST = (Integer.MAX_VALUE - 1) / 2;

  private final Countries countries = Countries.shipped();
  private final Sectors sectors = Sectors.shipped();
  private final MeetingSides meetings = new MeetingSides();

  @Override
  public String name() {
    return "icews";
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable String refuses(ExportEvent event) {
    boolean fits = event.id() <= HIGHEST && event.article().id() <= Integer.MAX_VALUE;
    return fits ? Refusal.ofDirectedFact(event) : "id too high for 32 bits";
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    Actor source = Objects.requireNonNull(event.source()).actor();
    Actor target = Objects.requireNonNull(event.target()).actor();
    List<List<String>> rows = new ArrayList<>(2);
    rows.add(row(event, 2 * event.id(), event.type(), List.of(source, target)));
    EventType other = meetings.missing(event, article);
    if (other != null) {
      rows.add(row(event, 2 * event.id() + 1, other, List.of(target, source)));
    }
    return rows;
  }

  private List<String> row(ExportEvent event, long id, EventType type, List<Actor> sides) {
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add(Long.toString(id));
    row.add(Objects.requireNonNull(event.day()).toString());
    addActor(row, sides.getFirst());
    row.add(type.name());
    row.add(type.code());
    row.add(Double.toString(type.goldstein()));
    addActor(row, sides.getLast());
    row.add(Long.toString(event.article().id()));
    row.add(event.sentence() == 0 ? "" : Integer.toString(event.sentence()));
    row.add(event.article().publisher());
    addPlace(row, event.place());
    return row;
  }

  private void addActor(List<String> row, Actor actor) {
    row.add(actor.name());
    row.add(sectors.icews(actor.sector()));
    row.add(countries.icews(actor.country()));
  }

  /** City, district, province, country; no coordinates, since a country is no point. */
  private void addPlace(List<String> row, Place place) {
    row.addAll(List.of(place.whole() ? "" : place.name(), "", ""));
    row.addAll(List.of(countries.icews(place.country()), "", ""));
  }
}
