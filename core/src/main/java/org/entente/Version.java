package org.entente;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names what codes: a number of the rules in code, and a hash over all knowledge in files. */
final class Version {
  /** Raised when code changes what is coded while the files stay. */
  private static final int RULES = 1;

  private static final List<String> FILES =
      List.of(
          "actors/agents.tsv",
          "actors/organisations.tsv",
          "actors/people.tsv",
          "actors/peoples.tsv",
          "actors/places.tsv",
          "actors/states.tsv",
          "codebook/acts.tsv",
          "codebook/compositions.tsv",
          "codebook/operators.tsv",
          "codebook/refinements.tsv",
          "codebook/transparent.tsv",
          "codebook/types.tsv",
          "event/private.tsv",
          "statement/cues.tsv",
          "statement/positions.tsv");

  private static final int SHOWN = 8;

  private Version() {}

  static String of(@Nullable Path own) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : FILES) {
        try (InputStream in = Version.class.getResourceAsStream(file)) {
          if (in == null) {
            throw new IllegalStateException("the installation lacks " + file);
          }
          digest.update(in.readAllBytes());
        }
      }
      for (Path file : own(own)) {
        digest.update(Files.readAllBytes(file));
      }
      return RULES + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<Path> own(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList();
    }
  }
}
