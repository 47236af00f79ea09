package org.entente.desk.blog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.desk.Fault;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Finds out by its content which program wrote a file, and reads it. XML is read without its
 * document type: no entity of a file is looked up or unfolded.
 */
public final class BlogFile {
  /** More than WordPress.com puts into one file, and what fits into the memory of a small desk. */
  static final long LARGEST = 128L << 20;

  /** Where a file says what it is; the templates of an old Blogger export come before its posts. */
  private static final int HEAD = 1 << 20;

  private static final Pattern GHOST =
      Pattern.compile(
          "(?s)^\\s*\\{.*\"(?:posts_authors|posts_tags|mobiledoc|lexical|posts)\"\\s*:");

  private BlogFile() {}

  /**
   * Reads a blog's export; empty when the file is something else.
   *
   * @param name what its reader calls it
   * @throws Fault one sentence, when the file is an export that cannot be read at all
   * @throws IOException when the file cannot be read
   */
  public static Optional<BlogExport> read(Path file, String name) throws IOException {
    String head = head(file);
    boolean wordPress = head.contains("<rss") && head.contains("wordpress.org/export/");
    boolean blogger =
        head.contains("<feed")
            && (head.contains("<blogger:type>") || head.contains("/blogger/2008/kind#"));
    if (!wordPress && !blogger && !GHOST.matcher(head).find()) {
      return Optional.empty();
    }
    if (Files.size(file) > LARGEST) {
      throw Fault.badRequest(
          String.format(
              Locale.ROOT,
              "%s is larger than %d MB; export the blog in parts, for instance by year",
              name,
              LARGEST >> 20));
    }
    if (wordPress || blogger) {
      Document xml = xml(file);
      BlogExport export = wordPress ? new WordPress(xml).read() : new Blogger(xml).read();
      if (!tail(file).contains(wordPress ? "</rss>" : "</feed>")) {
        export
            .notes()
            .add(name + " ends too early; only what stands in it can be taken. Export again.");
      }
      return Optional.of(export);
    }
    return Ghost.read(Files.readAllBytes(file));
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
    }
  }

  private static String tail(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - 1000));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Document xml(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Jsoup.parse(in, null, "", Parser.xmlParser());
    }
  }
}
