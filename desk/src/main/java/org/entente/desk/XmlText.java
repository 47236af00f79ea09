package org.entente.desk;

/** Text that may stand in XML. Pure functions. */
public final class XmlText {
  private XmlText() {}

  /** What cannot stand in XML 1.0 becomes a blank. */
  public static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
  }
}
