package org.entente.desk.watch;

import java.util.List;

/**
 * What the form shows that changes a watch.
 *
 * @param id its key
 * @param wanted what the form holds
 * @param outlets what can be chosen
 * @param mails how mails are sent, in words
 */
public record EditView(long id, WatchFields wanted, List<String> outlets, String mails) {
  public EditView {
    outlets = List.copyOf(outlets);
  }
}
