package org.entente.parse;

/** The joint tags {@code UPOS|XPOS} by number. Immutable and thread-safe. */
final class TagNames {
  private final String[] names;
  private final Upos[] upos;
  private final String[] xpos;

  TagNames(String[] names) {
    this.names = names;
    this.upos = new Upos[names.length];
    this.xpos = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      int bar = names[i].indexOf('|');
      upos[i] = Upos.valueOf(names[i].substring(0, bar));
      xpos[i] = names[i].substring(bar + 1).intern();
    }
  }

  int size() {
    return names.length;
  }

  String[] names() {
    return names;
  }

  Upos upos(int tag) {
    return upos[tag];
  }

  String xpos(int tag) {
    return xpos[tag];
  }
}
