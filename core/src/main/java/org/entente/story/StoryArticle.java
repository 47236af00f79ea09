package org.entente.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stories know of an article.
 *
 * @param id its key, different for each
 * @param day the day it counts for; null when unknown: it is then compared with others without day
 * @param terms its telling words
 * @param sketch a sample of its wording
 */
public record StoryArticle(long id, @Nullable LocalDate day, TermVector terms, Sketch sketch) {}
