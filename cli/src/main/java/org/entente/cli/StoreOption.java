package org.entente.cli;

import org.entente.store.Store;
import picocli.CommandLine.Option;

/** The option that names a store. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "FILE|URL",
      defaultValue = "entente.db",
      description =
          "a file (default: ${DEFAULT-VALUE}), or jdbc:postgresql://host/database?user=…&password=…")
  private String location = "entente.db";

  /** The store, made where there is none. */
  Store open() {
    return Store.open(location);
  }

  /** The store, which must be there. */
  Store existing() {
    return Store.existing(location);
  }

  String location() {
    return location;
  }

  /** As it may be shown: without a password. */
  String shown() {
    return location.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("://[^/@]*@", "://");
  }
}
