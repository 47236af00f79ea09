package org.entente.desk;

import org.entente.desk.api.Api;
import org.entente.desk.member.MemberFeature;
import org.entente.desk.publish.PublishFeature;

/**
 * The pages of each feature, wired by hand.
 *
 * @param reading what everybody reads
 * @param api what programs read
 * @param publish press reviews
 * @param member signing in, joining, accounts
 * @param work checking codings, sources, watches
 */
record Features(
    ReadingFeature reading, Api api, PublishFeature publish, Work work, MemberFeature member) {
  static Features of(Room room, Work work, MemberFeature member, Site site, RateLimits limits) {
    return new Features(
        ReadingFeature.of(room, limits),
        new Api(room),
        PublishFeature.of(room, member.threads(), site),
        work,
        member);
  }
}
