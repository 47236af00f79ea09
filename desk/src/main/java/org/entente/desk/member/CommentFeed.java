package org.entente.desk.member;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.entente.desk.Markdown;
import org.entente.desk.Site;
import org.entente.desk.XmlText;
import org.entente.store.Comment;
import org.entente.store.Comments;
import org.entente.store.Post;
import org.entente.store.Posts;
import org.entente.store.Store;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The newest comments as an Atom feed (RFC 4287): what the public sees, nothing else. */
public final class CommentFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final MediaType TYPE =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final int NEWEST = 50;

  private final Comments comments;
  private final Posts posts;
  private final Site site;
  private final Markdown markdown = new Markdown();

  public CommentFeed(Store store, Site site) {
    this.comments = new Comments(store);
    this.posts = new Posts(store);
    this.site = site;
  }

  public ServerResponse show(ServerRequest request) throws XMLStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    XMLStreamWriter xml =
        XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    xml.writeStartDocument("UTF-8", "1.0");
    write(xml, comments.newest(NEWEST));
    xml.writeEndDocument();
    xml.close();
    return ServerResponse.ok().contentType(TYPE).body(bytes.toByteArray());
  }

  private void write(XMLStreamWriter xml, List<Comment> newest) throws XMLStreamException {
    xml.setDefaultNamespace(ATOM);
    xml.writeStartElement(ATOM, "feed");
    xml.writeDefaultNamespace(ATOM);
    element(xml, "title", "Comments");
    element(xml, "id", site.link("/comments.atom").toString());
    link(xml, "self", "/comments.atom");
    link(xml, "alternate", "/posts");
    Instant updated =
        newest.stream().map(CommentFeed::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    element(xml, "updated", updated.toString());
    for (Comment comment : newest) {
      Optional<Post> post = posts.byId(comment.post());
      if (post.isPresent()) {
        entry(xml, comment, post.get());
      }
    }
    xml.writeEndElement();
  }

  private void entry(XMLStreamWriter xml, Comment comment, Post post) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    element(xml, "title", comment.author() + " on " + post.title());
    element(xml, "id", site.link("/comments/" + comment.id()).toString());
    link(xml, "alternate", PostPath.of(post, comment));
    element(xml, "published", comment.made().toString());
    element(xml, "updated", changed(comment).toString());
    xml.writeStartElement(ATOM, "author");
    element(xml, "name", comment.author());
    xml.writeEndElement();
    xml.writeStartElement(ATOM, "content");
    xml.writeAttribute("type", "html");
    xml.writeCharacters(XmlText.clean(markdown.comment(comment.body())));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static Instant changed(Comment comment) {
    Instant edited = comment.edited();
    return edited == null ? comment.made() : edited;
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(XmlText.clean(text));
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String rel, String path) throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", site.link(path).toString());
  }
}
