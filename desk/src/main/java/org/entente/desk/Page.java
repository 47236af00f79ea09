package org.entente.desk;

import org.springframework.http.HttpStatus;

/**
 * What a handler wants shown.
 *
 * @param title of the page, without the desk's name
 * @param template below src/main/jte, as {@code wire/front.jte}
 * @param view the record that the template takes as {@code view}
 * @param status of the answer
 */
public record Page(String title, String template, Object view, HttpStatus status) {
  public Page(String title, String template, Object view) {
    this(title, template, view, HttpStatus.OK);
  }

  public Page withStatus(HttpStatus other) {
    return new Page(title, template, view, other);
  }
}
