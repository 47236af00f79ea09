package org.entente.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.Entente;
import org.entente.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code entente recode}: codes what another version coded; corrections by people stay. */
@Command(
    name = "recode",
    mixinStandardHelpOptions = true,
    description =
        "Codes the documents again that another version of codebook or actors coded. Old codings are kept; corrections stay.")
final class RecodeCommand implements Callable<Integer> {
  @Mixin private StoreOption place = new StoreOption();
  @Mixin private OwnFiles own = new OwnFiles();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Entente entente = own.create();
    try (Store store = place.existing()) {
      List<Long> due = store.toRecode(entente);
      Progress progress = new Progress(spec.commandLine().getErr(), true, due.size());
      for (long document : due) {
        store.recode(document, entente);
        progress.step();
      }
      progress.finish();
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT, "%,d documents recoded, version %s%n", due.size(), entente.version());
      int fixed = store.withoutText(entente);
      if (fixed > 0) {
        spec.commandLine()
            .getOut()
            .printf(Locale.ROOT, "%,d stay as they are, for their text is not kept%n", fixed);
      }
      spec.commandLine().getOut().flush();
    }
    return Exit.OK;
  }
}
