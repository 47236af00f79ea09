package org.entente.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.text.Evidence;
import org.entente.text.Problem;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** HTML, one page a document: its visible text, its tree, and the way back to the source. */
final class HtmlReader implements DocumentReader {
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)<(?:!doctype html|html|head|body|div|p|h[1-6]|article|br|table|meta)[\\s/>]");

  /** Ours: browsers and jsoup flatten what is nested deeper; it says nothing to a reader. */
  private static final int DEEPEST = 512;

  @Override
  public boolean accepts(Input input) {
    String start = input.start();
    return input.typed("text/html", "application/xhtml")
        || start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || input.named(".html", ".htm", ".xhtml")
        || (start.startsWith("<") && MARKUP.matcher(start).find());
  }

  @Override
  public Items read(Input input) throws IOException {
    try (input) {
      byte[] bytes = Limits.all(input.bytes());
      if (bytes == null) {
        return Items.of(Limits.tooLarge(input.name()));
      }
      return Items.of(item(input.name(), bytes, input.contentType(), Metadata.NONE));
    }
  }

  /** The page in {@code bytes}, or why it is none. */
  static Item item(String name, byte[] bytes, @Nullable String contentType, Metadata metadata) {
    if (bytes.length == 0) {
      return Item.failed(Problem.Kind.EMPTY, name, "is empty; there is nothing to read");
    }
    if (PlainReader.isBinary(bytes)) {
      return Item.failed(Problem.Kind.BINARY, name, "is a binary file, not an HTML page");
    }
    String declared = PlainReader.charset(contentType);
    Charsets.Decoded decoded =
        Charsets.decode(bytes, declared == null ? declaredIn(bytes) : declared, name);
    return item(name, decoded.text(), metadata, decoded.problems());
  }

  /** The page in {@code html}. */
  static Item item(String name, String html, Metadata metadata, List<Problem> before) {
    List<Problem> problems = new ArrayList<>(before);
    Parser parser = Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST);
    org.jsoup.nodes.Document dom = parser.parseInput(html, baseOf(metadata));
    VisibleText.Rendered rendered = VisibleText.of(html, dom);
    String content = rendered.text().cleaned();
    if (content.isBlank()) {
      problems.add(new Problem(Problem.Kind.EMPTY, name, "is a page without visible text"));
    }
    Page page = new Page(dom, rendered.blocks());
    Document document = new Document(name, rendered.text(), metadata, page, Evidence.hash(content));
    return Item.read(document, problems);
  }

  private static String baseOf(Metadata metadata) {
    return metadata.url() == null ? "" : metadata.url();
  }

  private static @Nullable String declaredIn(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
    Matcher matcher = CHARSET.matcher(head);
    return matcher.find() ? matcher.group(1) : null;
  }
}
