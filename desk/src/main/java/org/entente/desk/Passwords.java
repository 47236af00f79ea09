package org.entente.desk;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords: Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, 2024).
 * What a password must be follows NIST SP 800-63B: 8 to 128 characters, none of the 30,000
 * commonest of leaked collections, neither the name nor the address of its member; no rule about
 * which characters. Thread-safe; a missing list fails at construction.
 */
public final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  /** Two hashes at once on each core is what memory and time allow. */
  private final Semaphore room =
      new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Set<String> common = common();
  private final String nobody = encode("the password of nobody at all");

  /** What is wrong with a password, in a sentence; empty when nothing is. */
  public Optional<String> fault(String password, String name, String mail) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("A password has at least 8 characters; a few words in a row are good.");
    }
    if (length > LONGEST) {
      return Optional.of("A password has at most 128 characters.");
    }
    String lower = password.toLowerCase(Locale.ROOT).strip();
    if (common.contains(lower) || lower.chars().distinct().count() < 3) {
      return Optional.of(
          "This is one of the passwords that are tried first everywhere; choose another.");
    }
    if (lower.equals(name.toLowerCase(Locale.ROOT))
        || lower.equals(mail.toLowerCase(Locale.ROOT))) {
      return Optional.of("A password must not be your name or your address.");
    }
    return Optional.empty();
  }

  public String encode(String password) {
    return timed(() -> String.valueOf(encoder.encode(normal(password))));
  }

  /** Whether it is the password; takes its time also where there is none to compare with. */
  public boolean matches(String password, Optional<String> hash) {
    boolean same = timed(() -> encoder.matches(normal(cut(password)), hash.orElse(nobody)));
    return same && hash.isPresent();
  }

  private static String cut(String password) {
    return password.length() > 4 * LONGEST ? password.substring(0, 4 * LONGEST) : password;
  }

  /** Whatever keyboard a letter with an accent was typed on. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T timed(java.util.function.Supplier<T> work) {
    room.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      room.release();
    }
  }

  private static Set<String> common() {
    try {
      return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
          .map(p -> p.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
