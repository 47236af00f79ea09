package org.entente.desk.member;

import org.entente.desk.Entrance;
import org.entente.desk.Pages;
import org.entente.desk.Site;
import org.entente.store.Store;

/**
 * The pages about members.
 *
 * @param signIn signing in and out
 * @param join becoming a member
 * @param account one's own account
 * @param members who is a member
 */
public record MemberFeature(
    SignInPages signIn, JoinPages join, AccountPages account, MembersPages members) {
  /** Wires them. */
  public static MemberFeature of(Store store, Pages pages, Entrance entrance, Site site) {
    return new MemberFeature(
        new SignInPages(store, pages, entrance),
        new JoinPages(store, pages, entrance),
        new AccountPages(store, pages, entrance),
        new MembersPages(store, pages, site));
  }
}
