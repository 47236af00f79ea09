package org.entente.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder that somebody else can work with: tables, quotations, a description of every column with
 * its licence (Frictionless Data Package), a citation, checksums, and scripts that load it in
 * Python, R and DuckDB. The description is written last, so that a folder with {@code
 * datapackage.json} is whole; an interrupted run goes on where it was. Not thread-safe.
 */
public final class DataPackage {
  private static final List<String> SCRIPTS = List.of("README.md", "load.py", "load.R", "load.sql");
  private static final String DESCRIPTION = "datapackage.json";

  private final Records records;
  private final Selection selection;
  private final Path folder;

  /** One file of data: its name in the folder, and the layout that makes it. */
  private record Part(String file, String layout) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("events.tab", "table"),
          new Part("events.parquet", "parquet"),
          new Part("quotations.jsonl", "quotations"),
          new Part("dyads.tab", "dyads"),
          new Part("withdrawn.tab", "withdrawn"));

  public DataPackage(Records records, Selection selection, Path folder) {
    this.records = records;
    this.selection = selection;
    this.folder = folder;
  }

  /** Whether a whole package stands in the folder already. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(DESCRIPTION));
  }

  /** Writes it; rows by file. */
  public Map<String, Written> write() throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(DESCRIPTION));
    Heading heading = records.heading(selection);
    Map<String, Written> written = new LinkedHashMap<>();
    for (Part part : PARTS) {
      Layout layout = Layouts.named(part.layout).orElseThrow();
      ExportFile file = new ExportFile(layout, records, selection, folder.resolve(part.file));
      written.put(part.file, file.write());
    }
    for (String script : SCRIPTS) {
      place(script, resource(script));
    }
    place("CITATION.cff", citation(heading).getBytes(StandardCharsets.UTF_8));
    List<PackageFile> files = new ArrayList<>();
    for (String name : names()) {
      files.add(PackageFile.of(folder.resolve(name)));
    }
    place("SHA256SUMS", sums(files));
    place(DESCRIPTION, PackageDescription.of(heading, files));
    return written;
  }

  /** A file as others check it. */
  record PackageFile(String name, long bytes, String sha256) {
    static PackageFile of(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new PackageFile(
            file.getFileName().toString(),
            Files.size(file),
            HexFormat.of().formatHex(digest.digest()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(PARTS.stream().map(Part::file).toList());
    names.addAll(SCRIPTS);
    names.add("CITATION.cff");
    return names;
  }

  private static byte[] sums(List<PackageFile> files) {
    StringBuilder sums = new StringBuilder();
    files.forEach(f -> sums.append(f.sha256).append("  ").append(f.name).append('\n'));
    return sums.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Without a licence: there is one for codings and another for words, which its format lacks. */
  private static String citation(Heading heading) {
    return """
    cff-version: 1.2.0
    message: Cite this data set with the version of the codebook, so that others can code it again.
    type: dataset
    title: Events and quotations read by Entente
    authors:
      - name: The maintainers of this collection
    version: "%s"
    keywords:
      - political events
      - CAMEO
      - quotations
    """
        .formatted(heading.codebook().replace("\"", ""));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = DataPackage.class.getResourceAsStream("package/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the installation lacks " + name);
      }
      return in.readAllBytes();
    }
  }

  private void place(String name, byte[] content) throws IOException {
    Path aside = folder.resolve(name + ".part");
    Files.write(aside, content);
    Files.move(
        aside,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
