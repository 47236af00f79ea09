package org.entente.desk.member;

import java.util.List;
import org.entente.store.Moderation;

/**
 * What waits for a moderator.
 *
 * @param held comments that wait for approval, oldest first
 * @param reported comments with reports that nobody settled
 */
public record ModerationView(List<Case> held, List<Case> reported) {
  public ModerationView {
    held = List.copyOf(held);
    reported = List.copyOf(reported);
  }

  /**
   * One comment to decide about.
   *
   * @param page the comment, with its post
   * @param reports about it
   */
  public record Case(CommentPageView page, List<Moderation.Report> reports) {
    public Case {
      reports = List.copyOf(reports);
    }
  }
}
