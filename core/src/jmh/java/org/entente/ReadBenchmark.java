package org.entente;

import java.util.concurrent.TimeUnit;
import org.entente.parse.TransitionParser;
import org.entente.source.Document;
import org.entente.text.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parsing and reading one paragraph: {@code ./mvnw -Pjmh -pl core verify} runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadBenchmark {
  private static final String PARAGRAPH =
      "The Arnorian foreign minister met his counterpart from Gondor on Tuesday, officials said. "
          + "\"We agreed to release the prisoners before winter,\" he told reporters. "
          + "Rohan, which has accused both of breaking the truce, threatened to close its border.";

  private final TransitionParser parser = TransitionParser.load();
  private final Entente entente = Entente.with(parser);
  private final Document document = Document.plain("bench", PARAGRAPH);

  @Benchmark
  public Object parse() {
    return parser.parse(PARAGRAPH, new Span(0, PARAGRAPH.length()));
  }

  @Benchmark
  public Object read() {
    return entente.read(document);
  }
}
