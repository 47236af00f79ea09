package org.entente.desk.find;

/**
 * One place that words lead to.
 *
 * @param kind actor, speaker, pair, code or story
 * @param name as a reader calls it
 * @param href its address
 */
record Found(String kind, String name, String href) {}
