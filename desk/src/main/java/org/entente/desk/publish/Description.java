package org.entente.desk.publish;

import java.util.List;
import org.entente.desk.Site;
import org.entente.desk.member.CommentLine;
import org.entente.desk.member.PostPath;
import org.entente.store.Block;
import org.entente.store.Post;
import org.entente.store.Version;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A review for machines: schema.org's BlogPosting with its quotations and comments, and each clip
 * as a W3C Web Annotation. Pure functions.
 */
final class Description {
  private Description() {}

  /** JSON-LD that may stand inside a script element: no character of it ends one. */
  static String jsonLd(Site site, Post post, Version version, List<CommentLine> comments) {
    String address = site.link(PostPath.of(post)).toString();
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("@context", "https://schema.org");
    root.put("@type", "BlogPosting");
    root.put("@id", address);
    root.put("url", address);
    root.put("headline", version.content().title());
    root.putObject("author").put("@type", "Person").put("name", post.authorName());
    put(root, "datePublished", post.published() == null ? null : post.published().toString());
    root.put("dateModified", version.made().toString());
    root.put("keywords", String.join(", ", version.content().tags()));
    ArrayNode parts = root.putArray("hasPart");
    ArrayNode citations = root.putArray("citation");
    List<String> ids = Blocks.ids(version.content());
    for (int i = 0; i < ids.size(); i++) {
      Block block = version.content().blocks().get(i);
      FoundParts.add(parts, block, address + "#" + ids.get(i));
      for (int n = 0; n < block.clips().size(); n++) {
        Block.Clip clip = block.clips().get(n);
        quotation(parts.addObject(), clip, address + "#" + id(ids.get(i), block, n));
        article(citations.addObject(), clip.source());
      }
    }
    comments(root, address, comments);
    return root.toString().replace("<", "\\u003c").replace("&", "\\u0026");
  }

  /** The id of one of the words that a part cites, as its page has it. */
  static String id(String part, Block block, int n) {
    return block instanceof Block.Clip ? part : part + "-" + (n + 1);
  }

  private static void quotation(ObjectNode node, Block.Clip clip, String id) {
    node.put("@type", "Quotation");
    node.put("@id", id);
    node.put("text", String.join("\n\n", Blocks.paragraphs(clip)));
    article(node.putObject("isPartOf"), clip.source());
  }

  private static void article(ObjectNode node, Block.Source source) {
    node.put("@type", "NewsArticle");
    put(node, "headline", source.headline());
    put(node, "url", source.address());
    if (source.outlet() != null) {
      node.putObject("publisher").put("@type", "Organization").put("name", source.outlet());
    }
    if (source.author() != null) {
      node.putObject("author").put("@type", "Person").put("name", source.author());
    }
  }

  private static void comments(ObjectNode root, String address, List<CommentLine> lines) {
    List<CommentLine> shown = lines.stream().filter(l -> l.comment().shown()).toList();
    root.put("commentCount", shown.size());
    ArrayNode all = root.putArray("comment");
    for (CommentLine line : shown) {
      ObjectNode node = all.addObject();
      node.put("@type", "Comment");
      node.put("@id", address + "#comment-" + line.comment().id());
      node.put("text", line.comment().body());
      node.put("dateCreated", line.comment().made().toString());
      node.putObject("author").put("@type", "Person").put("name", line.comment().author());
      if (line.about() != null && line.about().part() != null) {
        node.putObject("about").put("@id", address + "#" + line.about().part());
      }
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /** The clips of a review as an annotation page (W3C Web Annotation Data Model). */
  static String annotations(Site site, Post post, Version version) {
    String address = site.link(PostPath.of(post)).toString();
    ObjectNode page = JsonMapper.shared().createObjectNode();
    page.put("@context", "http://www.w3.org/ns/anno.jsonld");
    page.put("id", address + "/annotations");
    page.put("type", "AnnotationPage");
    ArrayNode items = page.putArray("items");
    List<String> ids = Blocks.ids(version.content());
    for (int i = 0; i < ids.size(); i++) {
      Block block = version.content().blocks().get(i);
      for (int n = 0; n < block.clips().size(); n++) {
        String id = id(ids.get(i), block, n);
        ObjectNode item = annotation(items, address + "/annotations#" + id, version);
        item.put("motivation", "highlighting");
        item.put("body", address + "#" + id);
        target(item.putObject("target"), block.clips().get(n));
      }
      String words = FoundParts.words(block);
      if (words != null) {
        ObjectNode item = annotation(items, address + "/annotations#" + ids.get(i), version);
        item.put("motivation", "assessing");
        item.putObject("body").put("type", "TextualBody").put("value", words);
        item.put("target", address + "#" + ids.get(i));
      }
    }
    return page.toString();
  }

  private static ObjectNode annotation(ArrayNode items, String id, Version version) {
    ObjectNode item = items.addObject();
    item.put("id", id);
    item.put("type", "Annotation");
    item.put("created", version.made().toString());
    return item;
  }

  private static void target(ObjectNode target, Block.Clip clip) {
    String source = clip.source().address();
    target.put("source", source == null ? "urn:sha256:" + clip.sha256() : source);
    ArrayNode selectors = target.putArray("selector");
    selectors.addObject().put("type", "TextQuoteSelector").put("exact", clip.exact());
    ObjectNode place = selectors.addObject();
    place.put("type", "TextPositionSelector");
    place.put("start", clip.start());
    place.put("end", clip.finish());
  }
}
