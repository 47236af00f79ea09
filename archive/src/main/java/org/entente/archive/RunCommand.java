package org.entente.archive;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.entente.Entente;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente archive run}: from an archive to Parquet by month. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Reads WARC, Parquet or JSON Lines files and writes documents, articles, statements, events, figures and"
            + " problems as Parquet by month. Stopped and run again, it goes on with what is missing.",
    footer = {
      "",
      "Examples:",
      "  entente archive run crawl/ --out coded --host bbc.co.uk --from 2013-01-01",
      "  spark-submit --class org.entente.archive.Archive entente-archive.jar run hdfs:///crawl --out hdfs:///coded"
    })
final class RunCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "files and folders, on any file system that Hadoop knows")
  private List<String> inputs = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "where the tables go; an empty folder, or that of a stopped run")
  private String out = "";

  @Option(
      names = "--language",
      split = ",",
      paramLabel = "TAG",
      description = "keep documents that declare it, or none (en)")
  private List<String> languages = List.of();

  @Option(
      names = "--host",
      split = ",",
      paramLabel = "HOST",
      description = "keep documents of these hosts only")
  private List<String> hosts = List.of();

  @Option(names = "--from", paramLabel = "DAY", description = "first day")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day")
  private @Nullable LocalDate to;

  @Option(names = "--text", description = "write the documents' text too")
  private boolean text;

  @Option(
      names = "--no-readings",
      description = "leave out the table from which 'entente add' takes the result into a store")
  private boolean withoutReadings;

  @Option(
      names = "--master",
      paramLabel = "ADDRESS",
      description = "of a cluster; else what spark-submit says, else all cores of this machine")
  private @Nullable String master;

  @Option(
      names = "--slice",
      paramLabel = "MB",
      defaultValue = "16",
      description = "what one task reads of a JSON Lines file (default: ${DEFAULT-VALUE})")
  private int slice = 16; // ours: about half a minute of work, so that all cores end about together

  @Option(
      names = "--batch",
      paramLabel = "MB",
      defaultValue = "1024",
      description =
          "what is coded and committed together: as much may be lost by a stop (default: ${DEFAULT-VALUE})")
  private int batch = 1024;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try {
      return run();
    } catch (CommandLine.ParameterException e) {
      throw e;
    } catch (Exception | FSError e) { // the latter is what Hadoop makes of a full local disk
      Optional<ArchiveException> known = ArchiveException.of(e, out);
      if (known.isPresent()) {
        throw known.get();
      }
      throw e instanceof Exception unknown ? unknown : new IOException(e);
    }
  }

  private int run() throws IOException {
    Selection selection = selection();
    long sliceBytes = bytes("--slice", slice);
    long batchBytes = bytes("--batch", batch);
    try (SparkSession spark = session();
        Workplace place = new Workplace(out, spark.sparkContext().hadoopConfiguration())) {
      var configuration = spark.sparkContext().hadoopConfiguration();
      if (place.isFinished()) {
        throw new ArchiveException(out + " holds a finished run; name another folder");
      }
      List<Slice> slices = new Listing(configuration, out, sliceBytes).of(inputs);
      Plan plan =
          new Plan(
              Entente.create().version(),
              selection,
              text,
              !withoutReadings,
              Plan.batches(slices, batchBytes));
      Map<String, Object> summary = new Run(spark, place, this::say).run(plan);
      summary.forEach((name, value) -> spec.commandLine().getOut().println(name + "\t" + value));
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("entente: " + line);
    err.flush();
  }

  private Selection selection() {
    try {
      return new Selection(languages, hosts, from, to);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private long bytes(String option, int megabytes) {
    if (megabytes < 1) {
      throw wrong(option + " " + megabytes + " is too small; at least 1 MB is read at once");
    }
    return (long) megabytes << 20;
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private SparkSession session() {
    SparkSession.Builder builder = configured(SparkSession.builder());
    if (master != null) {
      builder.master(master);
    } else if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
    }
    return builder.getOrCreate();
  }

  /** What every run needs, whatever the cluster. */
  static SparkSession.Builder configured(SparkSession.Builder builder) {
    return builder
        .appName("Entente archive")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.caseSensitive", "true")
        .config("spark.sql.debug.maxToStringFields", "1000");
  }
}
