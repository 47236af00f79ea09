package org.entente.desk.member;

import java.time.Instant;
import java.util.List;
import org.entente.store.JoinRequests;
import org.entente.store.Member;
import org.entente.store.Tickets;
import org.jspecify.annotations.Nullable;

/**
 * Who is a member.
 *
 * @param members all, by name
 * @param requests who asked to join, oldest first
 * @param invitations those that hold
 * @param reader who looks
 * @param now when
 * @param invitation the address of an invitation that was just made, or null
 */
public record MembersView(
    List<Member> members,
    List<JoinRequests.Request> requests,
    List<Tickets.Invitation> invitations,
    Member reader,
    Instant now,
    @Nullable String invitation) {
  public MembersView {
    members = List.copyOf(members);
    requests = List.copyOf(requests);
    invitations = List.copyOf(invitations);
  }
}
