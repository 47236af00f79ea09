package org.entente.desk.member;

import java.util.List;
import org.entente.store.Member;
import org.jspecify.annotations.Nullable;

/**
 * One comment, before a moderator.
 *
 * @param one the comment with its reports
 * @param versions what it said before it was edited, cleaned, oldest first
 * @param member who said it, null when erased
 * @param muted whether that member may not comment now
 */
public record ModerationCaseView(
    ModerationView.Case one, List<String> versions, @Nullable Member member, boolean muted) {
  public ModerationCaseView {
    versions = List.copyOf(versions);
  }
}
