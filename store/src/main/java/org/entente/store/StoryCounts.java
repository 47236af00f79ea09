package org.entente.store;

/**
 * How many stories a store holds.
 *
 * @param stories with living articles
 * @param articles living ones, copies included
 * @param copies those that repeat another's text
 */
public record StoryCounts(int stories, int articles, int copies) {}
