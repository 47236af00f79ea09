package org.entente.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.text.Edits;

/** All layouts that records can be written in. Immutable. */
public final class Layouts {
  private static final List<Layout> ALL =
      List.of(
          new TableFile(new Icews(), "ICEWS, 20 columns: meetings stand in both directions"),
          new TableFile(new Polecat(), "POLECAT, 40 columns: types, modes and contexts of PLOVER"),
          new TableFile(new GdeltEvents(), "GDELT 2 events, 61 columns, no header"),
          new TableFile(
              new GdeltMentions(), "GDELT 2 mentions, 16 columns with offsets, no header"),
          new TableFile(new Acled(), "violence and protest under ACLED's column names, CSV"),
          new DyadFile(),
          new TableFile(new EventTable(), "every event with status and evidence, tab-separated"),
          new ParquetFile(),
          JsonLayouts.events(),
          JsonLayouts.quotations(),
          JsonLayouts.geo(),
          Annotations.layout(),
          SchemaOrg.layout(),
          new ICalendar(),
          new WithdrawnFile());

  private Layouts() {}

  /** In the order in which they are shown. */
  public static List<Layout> all() {
    return ALL;
  }

  /** The one with this name; empty when there is none. */
  public static Optional<Layout> named(String name) {
    return ALL.stream().filter(l -> l.name().equals(name)).findFirst();
  }

  /**
   * Why there is no layout of a name: the one that is written most like it, and all that there are.
   *
   * @param others what else can be asked for in the same place
   */
  public static String unknown(String name, List<String> others) {
    List<String> all = Stream.concat(ALL.stream().map(Layout::name), others.stream()).toList();
    List<String> near = Edits.near(name, all, 1);
    String meant = near.isEmpty() ? "" : "did you mean " + near.getFirst() + "? ";
    return "there is no layout '" + name + "'; " + meant + "There are: " + String.join(", ", all);
  }

  /** All names, as a sentence lists them. */
  public static String names() {
    return ALL.stream().map(Layout::name).collect(Collectors.joining(", "));
  }
}
