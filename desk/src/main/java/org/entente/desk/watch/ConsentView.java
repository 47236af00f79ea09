package org.entente.desk.watch;

/**
 * What whoever reads an address is asked.
 *
 * @param secret of the link; empty when it was used just now
 */
public record ConsentView(String secret) {}
