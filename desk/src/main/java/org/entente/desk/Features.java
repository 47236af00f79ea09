package org.entente.desk;

import org.entente.desk.api.Api;
import org.entente.desk.member.MemberFeature;
import org.entente.desk.publish.PostPages;

/**
 * The pages of each feature, wired by hand.
 *
 * @param reading what everybody reads
 * @param api what programs read
 * @param posts press reviews
 * @param member signing in, joining, accounts
 * @param work checking codings, sources, watches
 */
record Features(ReadingFeature reading, Api api, PostPages posts, Work work, MemberFeature member) {
  static Features of(Room room, Work work, MemberFeature member) {
    return new Features(
        ReadingFeature.of(room),
        new Api(room),
        new PostPages(room, member.threads()),
        work,
        member);
  }
}
