package org.entente.codebook;

import java.util.List;

/**
 * What kind of event: the CAMEO code and what the tables derive from it.
 *
 * @param code CAMEO code, two to four digits
 * @param name its name in the codebook
 * @param plover PLOVER event type; empty where PLOVER has none (statements, appeals)
 * @param mode PLOVER mode, or empty
 * @param contexts PLOVER contexts
 * @param quad 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
 * @param goldstein −10 to 10
 */
public record EventType(
    String code,
    String name,
    String plover,
    String mode,
    List<String> contexts,
    int quad,
    double goldstein) {
  public EventType {
    contexts = List.copyOf(contexts);
    if (!code.matches("[0-9]{2,4}")) {
      throw new IllegalArgumentException("CAMEO code '" + code + "' must have two to four digits");
    }
    if (quad < 1 || quad > 4) {
      throw new IllegalArgumentException(
          "quad class " + quad + " of " + code + " is not within 1..4");
    }
    if (!(goldstein >= -10 && goldstein <= 10)) {
      throw new IllegalArgumentException(
          "Goldstein score " + goldstein + " of " + code + " is not within -10..10");
    }
  }

  /** The two-digit root of the code. */
  public String root() {
    return code.substring(0, 2);
  }
}
