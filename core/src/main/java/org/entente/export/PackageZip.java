package org.entente.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The folder of {@link DataPackage} as one ZIP file, its description at the root, where readers of
 * data packages look for it. Needs room beside the file for the folder, which is gone afterwards.
 */
public final class PackageZip implements WholeFile {
  /**
   * Of all members, so that the same records give the same bytes: the first time that the format
   * can tell, in no time zone (PKWARE APPNOTE 4.4.6).
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Override
  public String name() {
    return "package";
  }

  @Override
  public String about() {
    return "tables, quotations, their description, checksums and scripts that load them, ZIP";
  }

  @Override
  public String extension() {
    return "zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public Written write(Records records, Selection selection, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Path folder = file.resolveSibling(file.getFileName() + ".files");
    try {
      remove(folder);
      Files.createDirectory(folder);
      Written written = sum(new DataPackage(records, selection, folder).write());
      zip(folder, part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(part);
      remove(folder);
    }
  }

  private static Written sum(Map<String, Written> parts) {
    long rows = 0;
    Map<String, Long> refused = new TreeMap<>();
    for (Written part : parts.values()) {
      rows += part.rows();
      part.refused().forEach((why, n) -> refused.merge(why, n, Long::sum));
    }
    return new Written(rows, refused);
  }

  private static void zip(Path folder, Path out) throws IOException {
    try (OutputStream open = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
        ZipOutputStream zip = new ZipOutputStream(open)) {
      for (Path member : members(folder)) {
        ZipEntry entry = new ZipEntry(member.getFileName().toString());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        Files.copy(member, zip);
        zip.closeEntry();
      }
    }
  }

  private static List<Path> members(Path folder) throws IOException {
    try (Stream<Path> members = Files.list(folder)) {
      return members.sorted().toList();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path member : members(folder)) {
        Files.delete(member);
      }
      Files.delete(folder);
    }
  }
}
