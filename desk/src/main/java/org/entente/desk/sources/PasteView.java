package org.entente.desk.sources;

/**
 * The form to paste into, as a bookmark may have filled it.
 *
 * @param address of the page
 * @param title of the page
 * @param text what was selected
 */
public record PasteView(String address, String title, String text) {}
