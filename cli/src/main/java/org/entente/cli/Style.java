package org.entente.cli;

/** Colours of the terminal, or none where the output is no terminal or NO_COLOR is set. */
final class Style {
  private final boolean colour;

  Style(boolean colour) {
    this.colour = colour;
  }

  static Style ofTerminal() {
    return new Style(
        System.console() != null
            && System.console().isTerminal()
            && System.getenv("NO_COLOR") == null);
  }

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String source(String text) {
    return wrap("36", text);
  }

  String cue(String text) {
    return wrap("33", text);
  }

  String content(String text) {
    return wrap("32", text);
  }

  String event(String text) {
    return wrap("35", text);
  }

  private String wrap(String code, String text) {
    return colour ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
  }
}
