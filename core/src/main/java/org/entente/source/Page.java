package org.entente.source;

import org.jsoup.nodes.Document;

/**
 * An HTML page as jsoup parsed it, kept so that articles are found without parsing twice.
 *
 * @param dom the tree; readers must not change it
 */
public record Page(Document dom) {}
