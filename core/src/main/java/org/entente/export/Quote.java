package org.entente.export;

/**
 * The words that an event rests on, in their surroundings.
 *
 * @param passage the clause or phrase
 * @param before up to 32 characters before it
 * @param after up to 32 characters after it
 */
public record Quote(Passage passage, String before, String after) {}
