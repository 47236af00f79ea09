package org.entente.desk;

import org.entente.desk.calendar.CalendarPages;
import org.entente.desk.codebook.CodebookPages;
import org.entente.desk.find.FindPages;
import org.entente.desk.network.NetworkPages;
import org.entente.desk.pair.PairPages;
import org.entente.desk.speaker.ActorPages;
import org.entente.desk.speaker.SpeakerPages;
import org.entente.desk.wire.ArticlePages;
import org.entente.desk.wire.FrontPages;
import org.entente.desk.wire.StoryPages;
import org.entente.desk.wire.WirePages;

/**
 * The pages that everybody reads.
 *
 * @param kept keeps them until the store changes
 * @param front the front page
 * @param wire the wire of stories
 * @param article an article with its evidence
 * @param story a story
 * @param pair two actors
 * @param actor actors
 * @param speaker one speaker
 * @param calendar what was announced
 * @param network who acts on whom
 * @param codebook the rules
 * @param find where words lead
 */
record ReadingFeature(
    KeptPages kept,
    FrontPages front,
    WirePages wire,
    ArticlePages article,
    StoryPages story,
    PairPages pair,
    ActorPages actor,
    SpeakerPages speaker,
    CalendarPages calendar,
    NetworkPages network,
    CodebookPages codebook,
    FindPages find) {
  static ReadingFeature of(Room room, RateLimits limits) {
    return new ReadingFeature(
        new KeptPages(room.overview()::stamp),
        new FrontPages(room),
        new WirePages(room),
        new ArticlePages(room),
        new StoryPages(room),
        new PairPages(room),
        new ActorPages(room),
        new SpeakerPages(room),
        new CalendarPages(room),
        new NetworkPages(room),
        new CodebookPages(room),
        new FindPages(room, limits));
  }
}
