package org.entente.store;

/** What a member may do on a desk; each person has one. */
public enum Role {
  /** May comment. */
  MEMBER,
  /** May also write drafts. */
  CONTRIBUTOR,
  /** May also publish, anybody's posts. */
  EDITOR,
  /** May comment, and decides about comments and who joins. */
  MODERATOR,
  /** All of it, and roles and settings. */
  ADMINISTRATOR;

  /** As written in a sentence. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
