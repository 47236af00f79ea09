package org.entente.desk.member;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a member may be called, and what an address may look like. */
final class Names {
  /** Letters of any script, with what stands between them in names. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’_-]{1,39}");

  /**
   * Letters and marks that nobody sees (Unicode's Default_Ignorable_Code_Point), and marks that
   * pile up: no language puts more than three on a letter.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]"
              + "|\\p{M}{4}");

  /**
   * Scripts that one name may hold together (Unicode Technical Standard 39, highly restrictive).
   */
  private static final Set<UnicodeScript> TOGETHER =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  /** One @ with something on both sides; whether it is an address, only a mail to it tells. */
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>\"(),;:\\\\]{1,64}@[^\\s@<>\"(),;:\\\\]{1,189}");

  private Names() {}

  /** What is wrong with a name, in a sentence. */
  static Optional<String> fault(String name) {
    if (!NAME.matcher(name).matches() || UNSEEN.matcher(name).find()) {
      return Optional.of(
          "A name has 2 to 40 letters and digits, with spaces, points, hyphens or apostrophes"
              + " between them.");
    }
    Set<UnicodeScript> scripts =
        name.codePoints()
            .mapToObj(UnicodeScript::of)
            .filter(s -> s != UnicodeScript.COMMON && s != UnicodeScript.INHERITED)
            .collect(Collectors.toSet());
    return scripts.size() < 2 || TOGETHER.containsAll(scripts)
        ? Optional.empty()
        : Optional.of("A name has letters of one alphabet; this one has some of another.");
  }

  /** What is wrong with an address, in a sentence. */
  static Optional<String> mailFault(String mail) {
    return MAIL.matcher(mail).matches()
        ? Optional.empty()
        : Optional.of("This is no mail address; it looks like name@example.org.");
  }
}
