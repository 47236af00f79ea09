package org.entente.desk;

import org.entente.desk.review.ReviewPages;
import org.entente.desk.sources.FeedReading;
import org.entente.desk.sources.GivenPages;
import org.entente.desk.sources.Intake;
import org.entente.desk.sources.SourcePages;
import org.entente.desk.sources.VersionPages;
import org.entente.desk.watch.Consent;
import org.entente.desk.watch.ConsentPages;
import org.entente.desk.watch.Sender;
import org.entente.desk.watch.WatchPages;
import org.entente.desk.watch.Watching;
import org.entente.store.Intakes;

/**
 * What members do at the desk beside reading and writing: check codings, bring sources in, keep
 * watches. Closing it ends what runs in the background.
 *
 * @param review checks of codings by people
 * @param sources feeds
 * @param given what people paste and upload
 * @param versions texts that changed
 * @param watches saved views
 * @param consent whether who reads an address wants the mails of a watch
 * @param background what runs without being asked
 */
record Work(
    ReviewPages review,
    SourcePages sources,
    GivenPages given,
    VersionPages versions,
    WatchPages watches,
    ConsentPages consent,
    Background background)
    implements AutoCloseable {

  record Background(Watching watching, Intake intake, FeedReading reading) {}

  /**
   * @param limits how often something may be tried
   * @param poke says that a mail waits
   */
  static Work of(Room room, Outside outside, Site site, RateLimits limits, Runnable poke) {
    Consent consent = new Consent(room.store(), site, limits, poke);
    Watching watching = new Watching(room, new Sender(room.store(), outside, site));
    Intake intake = new Intake(room.store(), watching::soon);
    FeedReading reading = new FeedReading(room.store(), intake, outside.fetch());
    new Intakes(room.store()).interrupt();
    if (outside.working()) {
      reading.begin();
      watching.begin();
    }
    return new Work(
        new ReviewPages(room),
        new SourcePages(room, reading),
        new GivenPages(room, intake, outside.fetch()),
        new VersionPages(room),
        new WatchPages(room, outside, site, consent),
        new ConsentPages(consent, room.pages(), limits),
        new Background(watching, intake, reading));
  }

  @Override
  public void close() {
    background.reading().close();
    background.intake().close();
    background.watching().close();
  }
}
