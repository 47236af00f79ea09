package org.entente.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a layout as one file a year into a folder, named as readers of that layout look for them.
 * An interrupted run goes on with the year where it was. Not thread-safe.
 */
public final class YearFiles {
  /** Names the years that are whole while others are not; gone when all are. */
  private static final String PROGRESS = ".entente-export";

  private final Layout layout;
  private final Records records;
  private final Selection selection;
  private final Path folder;

  public YearFiles(Layout layout, Records records, Selection selection, Path folder) {
    this.layout = layout;
    this.records = records;
    this.selection = selection;
    this.folder = folder;
  }

  /** What a file of one year is called: {@code events.2013.entente.tab} in ICEWS. */
  public static String name(Layout layout, int year) {
    return switch (layout.name()) {
      case "icews" -> "events." + year + ".entente.tab";
      case "polecat" -> "ngecEvents.entente." + year + ".txt";
      case "gdelt" -> year + ".export.CSV";
      case "gdelt-mentions" -> year + ".mentions.CSV";
      default -> layout.name() + "." + year + "." + layout.extension();
    };
  }

  /**
   * Files that stand there already and would be replaced, which an interrupted run did not leave.
   */
  public List<String> standing() throws IOException {
    Heading heading = records.heading(selection);
    List<String> done = begun(folder.resolve(PROGRESS), heading);
    return heading.years().stream()
        .map(year -> name(layout, year))
        .filter(name -> !done.contains(name) && Files.exists(folder.resolve(name)))
        .toList();
  }

  /** Writes all years; what is in each file that this run wrote. */
  public Map<String, Written> write() throws IOException {
    Files.createDirectories(folder);
    Heading heading = records.heading(selection);
    Path progress = folder.resolve(PROGRESS);
    List<String> done = done(progress, heading);
    Map<String, Written> written = new LinkedHashMap<>();
    for (int year : heading.years()) {
      String name = name(layout, year);
      if (!done.contains(name) || !Files.exists(folder.resolve(name))) {
        Selection within = selection.within(year);
        written.put(name, new ExportFile(layout, records, within, folder.resolve(name)).write());
        Files.writeString(
            progress, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
    Files.deleteIfExists(progress);
    return written;
  }

  /** The years that an interrupted run of the same left whole; its first line says of what. */
  private List<String> done(Path progress, Heading heading) throws IOException {
    List<String> lines = begun(progress, heading);
    if (lines.isEmpty()) {
      Files.writeString(progress, identity(heading) + "\n");
    }
    return lines;
  }

  private List<String> begun(Path progress, Heading heading) throws IOException {
    List<String> lines = Files.exists(progress) ? Files.readAllLines(progress) : List.of();
    return !lines.isEmpty() && lines.getFirst().equals(identity(heading)) ? lines : List.of();
  }

  private String identity(Heading heading) {
    return layout.name() + " " + selection + " " + heading.state();
  }
}
