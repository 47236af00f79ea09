package org.entente.event;

import org.entente.codebook.Act;
import org.entente.codebook.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A predicate that was recognised, before its participants are known.
 *
 * @param code CAMEO code
 * @param act the act, null when only the operator is known
 * @param operator the outermost operator, or null
 * @param outer the token of the predicate that governs
 * @param inner the token of the act itself
 * @param addressee the token of whom an operator speaks to ("urged Gondor to"), or −1
 * @param rule names of the rules, outermost first
 */
record Coding(
    String code,
    @Nullable Act act,
    @Nullable Operator operator,
    int outer,
    int inner,
    int addressee,
    String rule) {
  /** The same under another code. */
  Coding coded(String other) {
    return new Coding(other, act, operator, outer, inner, addressee, rule);
  }

  /** The same, governed by another predicate. */
  Coding under(int predicate) {
    return new Coding(code, act, operator, predicate, inner, addressee, rule);
  }
}
