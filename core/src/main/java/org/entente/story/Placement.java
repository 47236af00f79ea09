package org.entente.story;

import org.jspecify.annotations.Nullable;

/**
 * Where an article belongs.
 *
 * @param story the story: the id of its first article, the article's own where it begins one
 * @param similarity to that story, 0 where it begins one
 * @param copyOf the article whose text it repeats, itself no copy; or null
 */
public record Placement(long story, double similarity, @Nullable Long copyOf) {}
