package org.entente.codebook;

/**
 * Something that can be done, asked for, promised, refused or threatened.
 *
 * @param id its name in the codebook, as in "air-strike"
 * @param code CAMEO code when it is done
 * @param family which acts compose with operators as this one does
 * @param shape how its participants stand to each other: mutual, against, beneficiary, between,
 *     destination or empty
 */
public record Act(String id, String code, String family, String shape) {}
