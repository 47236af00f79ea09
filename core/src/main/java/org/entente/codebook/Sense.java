package org.entente.codebook;

import org.jspecify.annotations.Nullable;

/**
 * What a verb or noun means in a rule: an act or an operator, exactly one of them.
 *
 * @param act the act, or null
 * @param operator the operator, or null
 * @param rule id of the rule
 */
public record Sense(@Nullable Act act, @Nullable Operator operator, String rule) {}
