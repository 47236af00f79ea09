package org.entente.export;

/** A kind of file that others read: how it is asked for, told of and named. */
public sealed interface FileKind permits Layout, WholeFile {
  /** The word that a user chooses it by. */
  String name();

  /** What it is, in one line. */
  String about();

  /** How names of its files end, without the dot. */
  String extension();

  /** As HTTP names it. */
  String mediaType();
}
