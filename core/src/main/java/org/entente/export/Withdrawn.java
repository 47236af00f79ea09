package org.entente.export;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was written under an id and holds no longer; its id is never given again.
 *
 * @param what {@code event} or {@code quotation}
 * @param id its id
 * @param article the article's id
 * @param code its CAMEO code; empty for a quotation
 * @param day the day it counted for
 * @param reason {@code coded anew}, {@code rejected} by a person, or {@code new version} of the
 *     document
 * @param codebook version of the codebook that had coded it
 */
public record Withdrawn(
    String what,
    long id,
    long article,
    String code,
    @Nullable LocalDate day,
    String reason,
    String codebook) {}
