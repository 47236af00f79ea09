package org.entente.desk;

/**
 * Who may use a route. Each includes all that stand before it, but that editors do not moderate and
 * moderators do not edit; {@link org.entente.store.Member#may} holds the table.
 */
public enum Access {
  /** Also who is not signed in. */
  EVERYONE,
  MEMBER,
  CONTRIBUTOR,
  EDITOR,
  MODERATOR,
  ADMINISTRATOR;

  /** The name of the role in Spring Security, without its prefix. */
  public String role() {
    return name();
  }
}
