package org.entente.store;

/** What became of a document that was given to a store. */
public enum Added {
  /** It is new. */
  NEW,
  /** The same document is there already; nothing changed. */
  UNCHANGED,
  /** The same text is there from another address; kept as a copy, its events not counted again. */
  COPY,
  /** Its text changed; the older version is kept and no longer counts. */
  NEW_VERSION
}
