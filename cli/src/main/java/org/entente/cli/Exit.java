package org.entente.cli;

/** Exit statuses, as the README lists them. */
final class Exit {
  static final int OK = 0;

  /** Something that should not happen did. */
  static final int INTERNAL = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** An input could not be read, or had a problem under {@code --strict}. */
  static final int INPUT = 3;

  /** A measured accuracy lies below its floor. */
  static final int FLOOR = 4;

  /** A rule or data file is broken. */
  static final int CODEBOOK = 5;

  /** The store cannot be opened, read or written. */
  static final int STORE = 6;

  /** An actor that nobody knows, or a day outside of what was read. */
  static final int UNKNOWN = 7;

  /** A file for other programs could not be written whole. */
  static final int EXPORT = 8;

  private Exit() {}
}
