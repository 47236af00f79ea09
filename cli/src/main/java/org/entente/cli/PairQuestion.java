package org.entente.cli;

import java.time.LocalDate;
import java.util.Locale;
import org.entente.relation.Answer;
import org.entente.relation.Exposure;
import org.entente.relation.Grain;
import org.entente.relation.Settings;
import org.entente.store.Store;
import org.entente.time.DateRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that say which bin of a pair is asked for. */
final class PairQuestion {
  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "a day of the week that is asked for (default: the last that was read)")
  private @Nullable LocalDate on;

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description = "the first day that is counted (default: the first that was read)")
  private @Nullable LocalDate since;

  @Option(
      names = "--by",
      paramLabel = "GRAIN",
      defaultValue = "week",
      converter = GrainWord.class,
      description = "day, week or month (default: ${DEFAULT-VALUE})")
  private Grain grain = Grain.WEEK;

  @Option(
      names = "--exposure",
      paramLabel = "WHAT",
      defaultValue = "articles",
      converter = ExposureWord.class,
      description =
          "what expected counts grow with: articles read, or sentences that name both (default: ${DEFAULT-VALUE})")
  private Exposure exposure = Exposure.ARTICLES;

  @Option(
      names = "--level",
      defaultValue = "0.01",
      description =
          "rare is what comes by chance in this share of quiet weeks (default: ${DEFAULT-VALUE})")
  private double level = 0.01;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** What is asked, within what was read where nothing is said. */
  Answer.Asked asked(Store store) {
    DateRange read = store.days().orElseGet(() -> DateRange.on(LocalDate.now()));
    LocalDate day = on == null ? read.to() : on;
    LocalDate first = since == null ? earlier(read.from(), day) : since;
    if (day.isBefore(first)) {
      throw new ParameterException(
          spec.commandLine(), "--on " + day + " lies before the first day, --since " + first);
    }
    return new Answer.Asked(grain, first, day, exposure);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  Settings settings() {
    return Settings.of(grain).withLevel(level);
  }

  /** Reads a grain in any case. */
  static final class GrainWord implements ITypeConverter<Grain> {
    @Override
    public Grain convert(String word) {
      try {
        return Grain.valueOf(word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + word + "' is none of day, week, month");
      }
    }
  }

  /** Reads an exposure in any case. */
  static final class ExposureWord implements ITypeConverter<Exposure> {
    @Override
    public Exposure convert(String word) {
      try {
        return Exposure.valueOf(word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + word + "' is none of articles, sentences");
      }
    }
  }
}
