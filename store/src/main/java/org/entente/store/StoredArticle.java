package org.entente.store;

import java.time.LocalDate;
import org.entente.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is kept. What the source did not say is null.
 *
 * @param id its key
 * @param document the key of its document
 * @param name the name of its document: its own id, path or address
 * @param address where it was read, null when it came from a file
 * @param headline as found
 * @param author as found
 * @param outlet as found
 * @param printed the date as printed
 * @param day the day it counts for
 * @param span from its first to its last character in the document's content, in UTF-16 units
 * @param story the story it belongs to, null when it is in none yet
 * @param copyOf the article whose text it repeats, or null
 */
public record StoredArticle(
    long id,
    long document,
    String name,
    @Nullable String address,
    @Nullable String headline,
    @Nullable String author,
    @Nullable String outlet,
    @Nullable String printed,
    @Nullable LocalDate day,
    Span span,
    @Nullable Long story,
    @Nullable Long copyOf) {}
