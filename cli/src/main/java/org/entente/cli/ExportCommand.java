package org.entente.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.entente.export.DataPackage;
import org.entente.export.ExportFile;
import org.entente.export.Exports;
import org.entente.export.Layout;
import org.entente.export.Layouts;
import org.entente.export.PackageZip;
import org.entente.export.Selection;
import org.entente.export.WholeFile;
import org.entente.export.Written;
import org.entente.export.YearFiles;
import org.entente.relation.ActorKey;
import org.entente.relation.Answer;
import org.entente.relation.Part;
import org.entente.relation.Side;
import org.entente.store.ActorWords;
import org.entente.store.IcewsDatabase;
import org.entente.store.Store;
import org.entente.store.StoredRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente export}: what is kept, in files for other programs. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what is kept in files for other programs: all of it, or a range of days, or a pair. Layouts:",
      "  icews            ICEWS, 20 columns: meetings stand in both directions",
      "  icews-sqlite     the same as the SQLite database that the R package icews asks",
      "  polecat          POLECAT, 40 columns: types, modes and contexts of PLOVER",
      "  gdelt            GDELT 2 events, 61 columns, no header",
      "  gdelt-mentions   GDELT 2 mentions, 16 columns with offsets, no header",
      "  acled            violence and protest under ACLED's column names, CSV",
      "  dyads            counts of two states and month by quad class and direction",
      "  table            every event with status and evidence, tab-separated",
      "  parquet          the same with types, zstd",
      "  events           the same as JSON Lines",
      "  quotations       who said what to whom, word for word, JSON Lines",
      "  geojson          events as features at the centre of their country",
      "  annotations      W3C Web Annotations with PROV, JSON-LD",
      "  schema-org       articles with their actions and quotations, JSON-LD",
      "  icalendar        what was announced and when it is to be",
      "  withdrawn        ids that were given once and hold no longer, with the reason",
      "  package          a folder or .zip of tables, quotations, description, checksums and scripts",
      "  panel            counts of a pair bin by bin with what was read, as docs/rarity.py reads it",
      "docs/exports.md tells the columns and what each reader needs."
    },
    footer = {
      "",
      "Examples:",
      "  entente export icews --out icews/",
      "  entente export quotations --pair RUS > said.jsonl",
      "  entente export panel --pair RUS,USA --on 2013-05-07 --out panel.csv && python3 docs/rarity.py panel.csv"
    })
final class ExportCommand implements Callable<Integer> {
  private static final String PANEL = "panel";
  private static final String PACKAGE = "package";
  private static final String DATABASE = "icews-sqlite";

  @Parameters(paramLabel = "LAYOUT", description = "one of those above")
  private String layout = "";

  @Option(names = "--from", paramLabel = "DAY", description = "first day, as 2013-05-07")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day")
  private @Nullable LocalDate to;

  @Option(
      names = "--pair",
      split = ",",
      paramLabel = "ACTOR",
      description = "what is between two actors, RUS,USA, or all that one takes part in")
  private List<String> pair = List.of();

  @Option(
      names = "--side",
      defaultValue = "agreement",
      description = "agreement or tension, for panel (default: ${DEFAULT-VALUE})")
  private String side = "agreement";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "where to write; into a folder FILE/ one file a year; an interrupted run goes on (default: standard output)")
  private @Nullable String out;

  @Option(names = "--replace", description = "replaces what stands at --out already")
  private boolean replace;

  @Mixin private PairQuestion question = new PairQuestion();
  @Mixin private StoreOption place = new StoreOption();

  @Spec private CommandSpec spec;

  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    file = out == null ? null : Path.of(out);
    if (layout.equals(PANEL)) {
      return writePanel();
    }
    try (Store store = place.existing()) {
      StoredRecords records = new StoredRecords(store);
      return switch (layout) {
        case PACKAGE -> {
          Path target =
              target("a package is a folder or a ZIP file: --out FOLDER or --out FILE.zip");
          yield target.toString().endsWith(".zip")
              ? write(new PackageZip(), records, selection(store), target)
              : writePackage(records, selection(store), target);
        }
        case DATABASE -> {
          Path target = target("a database is a file: --out FILE");
          yield write(new IcewsDatabase(), records, selection(store), target);
        }
        default -> write(chosen(), records, selection(store));
      };
    }
  }

  private Layout chosen() {
    return Layouts.named(layout)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), Layouts.unknown(layout, List.of(DATABASE, PACKAGE, PANEL))));
  }

  private Path target(String otherwise) {
    Path given = file;
    if (given == null) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
    return given;
  }

  private int writePackage(StoredRecords records, Selection selection, Path folder) {
    return tell(
        folder,
        () -> {
          refuse(DataPackage.isIn(folder), folder + " holds a package");
          return records.still(still -> new DataPackage(still, selection, folder).write());
        });
  }

  private int write(WholeFile kind, StoredRecords records, Selection selection, Path target) {
    return tell(
        target.resolveSibling(""),
        () -> {
          if (String.valueOf(out).endsWith("/")) {
            throw new Standing(target + " is a folder where a file is to be; name a file in it");
          }
          refuse(Files.exists(target), target + " is there");
          Written written = records.still(still -> kind.write(still, selection, target));
          return Map.of(target.getFileName().toString(), written);
        });
  }

  private int write(Layout chosen, StoredRecords records, Selection selection) throws IOException {
    Path target = file;
    if (target == null) {
      OutputStream stream = new FileOutputStream(FileDescriptor.out);
      return tell(
          Path.of(""),
          () -> Map.of(chosen.name(), Exports.write(chosen, records, selection, stream)));
    }
    if (Files.isDirectory(target) || String.valueOf(out).endsWith("/")) {
      YearFiles years = new YearFiles(chosen, records, selection, target);
      return tell(
          target,
          () -> {
            List<String> standing = replace ? List.of() : years.standing();
            refuse(!standing.isEmpty(), target + " holds " + String.join(", ", standing));
            return years.write();
          });
    }
    ExportFile export = new ExportFile(chosen, records, selection, target);
    int status =
        tell(
            target.resolveSibling(""),
            () -> {
              refuse(Files.exists(target), target + " is there");
              return Map.of(target.getFileName().toString(), export.write());
            });
    if (status == Exit.OK && export.resumedAfter() > 0) {
      spec.commandLine().getErr().println("  went on after article " + export.resumedAfter());
    }
    return status;
  }

  /** Something that writes files: what is in each. */
  private interface Writing {
    Map<String, Written> write() throws IOException;
  }

  /** What stands there is somebody's work: it is replaced only when that is said. */
  private void refuse(boolean stands, String what) throws Standing {
    if (stands && !replace) {
      throw new Standing(what + " already; name another place or add --replace");
    }
  }

  /** Something stands where a file is to be. */
  static final class Standing extends IOException {
    private static final long serialVersionUID = 1;

    Standing(String sentence) {
      super(sentence);
    }
  }

  private int tell(Path folder, Writing writing) {
    try {
      writing.write().forEach((name, w) -> tell(folder.resolve(name).toString(), w));
      return Exit.OK;
    } catch (IOException e) {
      Path shown = file == null ? Path.of("standard output") : file;
      spec.commandLine().getErr().println("entente: " + ExportProblem.of(shown, e));
      return Exit.EXPORT;
    }
  }

  private Selection selection(Store store) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
    }
    if (pair.size() > 2) {
      throw new ParameterException(spec.commandLine(), "--pair takes one actor or two: RUS,USA");
    }
    ActorWords names = new ActorWords();
    LocalDate day = to == null ? LocalDate.now() : to;
    List<ActorKey> keys = new ArrayList<>();
    pair.forEach(words -> keys.add(names.key(words, day, store)));
    return new Selection(from, to, keys);
  }

  /** On standard error, so that the file may be standard output. */
  private void tell(String what, Written written) {
    var err = spec.commandLine().getErr();
    err.println(String.format(Locale.ROOT, "%s: %,d rows", what, written.rows()));
    written.refused().forEach((why, n) -> err.printf(Locale.ROOT, "  %,d left out: %s%n", n, why));
    err.flush();
  }

  private int writePanel() throws IOException {
    if (pair.size() != 2) {
      throw new ParameterException(spec.commandLine(), "a panel is of two actors: --pair RUS,USA");
    }
    try (Store store = place.existing()) {
      String csv = panel(store);
      if (file == null) {
        spec.commandLine().getOut().print(csv);
        spec.commandLine().getOut().flush();
        return Exit.OK;
      }
      return write(csv, file);
    }
  }

  /** Aside, then moved: what bears the name is whole. */
  private int write(String csv, Path target) {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      refuse(Files.exists(target), target + " is there");
      Files.writeString(part, csv, StandardCharsets.UTF_8);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return Exit.OK;
    } catch (IOException e) {
      spec.commandLine().getErr().println("entente: " + ExportProblem.of(target, e));
      return Exit.EXPORT;
    }
  }

  private String panel(Store store) {
    ActorWords names = new ActorWords();
    Answer.Asked asked = question.asked(store);
    ActorKey one = names.key(pair.getFirst(), asked.on(), store);
    ActorKey other = names.key(pair.getLast(), asked.on(), store);
    Answer answer = store.answer(one, other, asked, question.settings());
    return answer.series().panel(side(), Part.ALL, asked.exposure()).toCsv();
  }

  private Side side() {
    try {
      return Side.valueOf(side.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "'" + side + "' is neither agreement nor tension", e);
    }
  }
}
