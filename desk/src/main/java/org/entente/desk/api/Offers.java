package org.entente.desk.api;

import java.util.List;
import java.util.stream.Stream;
import org.entente.desk.Fault;
import org.entente.export.FileKind;
import org.entente.export.Layouts;
import org.entente.export.PackageZip;
import org.entente.export.WholeFile;
import org.entente.store.IcewsDatabase;

/** All kinds of files that a desk hands out: what is streamed, then what is made whole first. */
public final class Offers {
  private static final List<WholeFile> WHOLE = List.of(new IcewsDatabase(), new PackageZip());

  private Offers() {}

  /** In the order in which they are shown. */
  public static List<FileKind> all() {
    return Stream.<FileKind>concat(Layouts.all().stream(), WHOLE.stream()).toList();
  }

  /** The one with this name. */
  static FileKind named(String name) {
    return all().stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Fault.badRequest(
                Problems.sentence(
                    Layouts.unknown(name, WHOLE.stream().map(FileKind::name).toList()))));
  }
}
