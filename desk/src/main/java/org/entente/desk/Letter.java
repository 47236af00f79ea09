package org.entente.desk;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it is handed over.
 *
 * @param recipient its address
 * @param subject one line
 * @param body plain text
 * @param unsubscribe where one click ends mails of this kind, or null where they cannot be ended
 */
public record Letter(String recipient, String subject, String body, @Nullable String unsubscribe) {
  public Letter {
    subject = subject.replaceAll("\\p{Cntrl}+", " ");
  }
}
