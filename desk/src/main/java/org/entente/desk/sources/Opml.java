package org.entente.desk.sources;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.entente.store.StoredFeed;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Lists of feeds as OPML 2.0. Reading knows neither entities nor anything outside of the file. */
final class Opml {
  private Opml() {}

  /** A feed that a list names. */
  record Entry(String address, String title) {}

  static String write(List<StoredFeed> feeds) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Feeds of an Entente desk");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      for (StoredFeed feed : feeds) {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", printable(feed.title()));
        xml.writeAttribute("title", printable(feed.title()));
        xml.writeAttribute("xmlUrl", printable(feed.address()));
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string always takes more", e);
    }
    return text.toString();
  }

  /** Control characters cannot stand in XML 1.0. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Every outline with an xmlUrl that is a web address, in order; empty for no OPML. */
  static List<Entry> read(String opml) {
    List<Entry> entries = new ArrayList<>();
    for (Element outline : Jsoup.parse(opml, "", Parser.xmlParser()).select("outline")) {
      String address = attribute(outline, "xmlUrl");
      if (address.matches("(?i)https?://\\S+")) {
        String title = attribute(outline, "title");
        entries.add(new Entry(address, title.isEmpty() ? attribute(outline, "text") : title));
      }
    }
    return entries;
  }

  private static String attribute(Element element, String name) {
    return element.attributes().getIgnoreCase(name).strip();
  }
}
