package org.entente.desk.member;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a member may be called, and what an address may look like. */
final class Names {
  /** Letters of any script, with what stands between them in names. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’_-]{1,39}");

  /** One @ with something on both sides; whether it is an address, only a mail to it tells. */
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>\"(),;:\\\\]{1,64}@[^\\s@<>\"(),;:\\\\]{1,189}");

  private Names() {}

  /** What is wrong with a name, in a sentence. */
  static Optional<String> fault(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "A name has 2 to 40 letters and digits, with spaces, points, hyphens or apostrophes"
                + " between them.");
  }

  /** What is wrong with an address, in a sentence. */
  static Optional<String> mailFault(String mail) {
    return MAIL.matcher(mail).matches()
        ? Optional.empty()
        : Optional.of("This is no mail address; it looks like name@example.org.");
  }
}
