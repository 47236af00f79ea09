package org.entente.export;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.actor.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The layout of POLECAT (Halterman, Bagozzi and others, Harvard Dataverse, doi:10.7910/DVN/AJGVIT):
 * 40 columns and a header, types, modes and contexts of PLOVER. Names and order of columns are
 * those that programs which read its files list (some files call the fifth Event Intensity); the 16
 * types, their modes and the contexts are those of the PLOVER codebook (doi:10.31235/osf.io/rm5dw),
 * see {@link PolecatTerms}. Events without a PLOVER type (statements and appeals) have no place in
 * it. Unlike some of its files, ours never hold a tab in a cell.
 */
public final class Polecat implements TableLayout {
  static final List<String> COLUMNS =
      List.of(
          "Event ID",
          "Event Date",
          "Event Type",
          "Event Mode",
          "Intensity",
          "Quad Code",
          "Contexts",
          "Actor Name",
          "Actor Country",
          "Actor COW",
          "Primary Actor Sector",
          "Actor Sectors",
          "Actor Title",
          "Actor Name Raw",
          "Wikipedia Actor ID",
          "Recipient Name",
          "Recipient Country",
          "Recipient COW",
          "Primary Recipient Sector",
          "Recipient Sectors",
          "Recipient Title",
          "Recipient Name Raw",
          "Wikipedia Recipient ID",
          "Placename",
          "City",
          "District",
          "Province",
          "Country",
          "Latitude",
          "Longitude",
          "GeoNames ID",
          "Raw Placename",
          "Feature Type",
          "Source",
          "Publication Date",
          "Story People",
          "Story Organizations",
          "Story Locations",
          "Language",
          "Version");

  private static final List<String> QUADS =
      List.of("VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT");
  private static final String AND = "; ";

  private final Countries countries = Countries.shipped();
  private final PolecatTerms terms = PolecatTerms.shipped();

  @Override
  public String name() {
    return "polecat";
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
    if (event.source() == null) {
      return "no source";
    }
    return event.type().plover().isEmpty() ? "no PLOVER type: statement or appeal" : null;
  }

  @Override
  public List<List<String>> rows(ExportEvent event, List<ExportEvent> article) {
    LocalDate day = Objects.requireNonNull(event.day());
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add(Long.toString(event.id()));
    row.add(day.toString());
    row.add(terms.type(event.type()));
    row.add(terms.mode(event.type()));
    row.add(Double.toString(event.type().goldstein()));
    row.add(QUADS.get(event.type().quad() - 1));
    row.add(String.join(AND, terms.contexts(event.type())));
    addParty(row, event.source(), YearMonth.from(day));
    addParty(row, event.target(), YearMonth.from(day));
    addPlace(row, event.place());
    addArticle(row, event, article);
    return List.of(row);
  }

  private void addParty(List<String> row, @Nullable Party party, YearMonth month) {
    if (party == null) {
      row.addAll(List.of("", "", "", "", "", "", "", ""));
      return;
    }
    Actor actor = party.actor();
    row.add(actor.name());
    row.add(countries.isKnown(actor.country()) ? actor.country() : "");
    row.add(countries.cow(actor.country(), month));
    row.add(actor.sector());
    row.add(actor.sector());
    row.add(actor.office());
    row.add(party.words() == null ? "" : party.words().exact());
    row.add("");
  }

  /** Only what is known: no coordinates, since a country is no point. */
  private void addPlace(List<String> row, Place place) {
    String city = place.whole() ? "" : place.name();
    row.addAll(List.of(place.name(), city, "", "", place.country(), "", "", ""));
    row.addAll(List.of(place.name(), place.whole() ? "PCLI" : ""));
  }

  private void addArticle(List<String> row, ExportEvent event, List<ExportEvent> article) {
    LocalDate published = event.article().day();
    row.add(event.article().publisher());
    row.add(published == null ? "" : published.toString());
    row.add(named(article, e -> names(e, Actor.Kind.PERSON)));
    row.add(named(article, e -> names(e, Actor.Kind.ORGANISATION)));
    row.add(
        named(article, e -> e.place().name().isEmpty() ? List.of() : List.of(e.place().name())));
    row.add(language(event.article().language()));
    row.add(event.codebook());
  }

  private static List<String> names(ExportEvent event, Actor.Kind kind) {
    List<String> names = new ArrayList<>();
    for (Party party : new Party[] {event.source(), event.target()}) {
      if (party != null && party.actor().kind() == kind) {
        names.add(party.actor().name());
      }
    }
    return names;
  }

  private static String named(
      List<ExportEvent> article, Function<ExportEvent, List<String>> names) {
    TreeSet<String> all = new TreeSet<>();
    article.forEach(e -> all.addAll(names.apply(e)));
    return String.join(AND, all);
  }

  private static String language(String code) {
    return code.isEmpty()
        ? ""
        : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
  }
}
