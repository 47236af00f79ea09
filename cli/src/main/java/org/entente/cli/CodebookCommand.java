package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import org.entente.Explanation;
import org.entente.event.CodebookExamples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente codebook}: checks the rules, and explains a sentence by them. */
@Command(
    name = "codebook",
    mixinStandardHelpOptions = true,
    description = "Checks the codebook, or explains how a sentence is coded.",
    footer = {
      "",
      "Examples:",
      "  entente codebook check",
      "  entente codebook explain \"Russia vetoed a resolution on Syria.\""
    })
final class CodebookCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Tells of duplicates, unknown codes, rules without example and examples coded otherwise.")
  int check(@Mixin OwnFiles own) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> errors = CodebookExamples.load(own.folder()).check(own.create()::events);
    errors.forEach(out::println);
    out.println(
        errors.isEmpty()
            ? "The codebook is whole: every rule has an example, and every example is coded as it says."
            : errors.size() + " errors");
    out.flush();
    return errors.isEmpty() ? Exit.OK : Exit.CODEBOOK;
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description =
          "Shows the tree, the actors, and every rule that fired, gave way or found something missing.")
  int explain(
      @Mixin OwnFiles own,
      @Parameters(paramLabel = "SENTENCE", arity = "1..*") List<String> words) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(Explanation.of(own.create(), String.join(" ", words)));
    out.flush();
    return Exit.OK;
  }
}
