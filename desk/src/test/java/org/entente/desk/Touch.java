package org.entente.desk;

/** What can be done with a comment or a member, one's own or another's. */
enum Touch {
  ANSWER("answers a comment"),
  EDIT_OWN("changes an own comment"),
  EDIT_OTHER("changes another's comment"),
  DELETE_OWN("removes an own comment"),
  DELETE_OTHER("removes another's comment as if it were its own"),
  REPORT("reports another's comment"),
  APPROVE("approves a held comment"),
  HIDE("hides another's comment"),
  REMOVE("removes another's comment as a moderator"),
  PIN("pins a comment"),
  SETTLE("settles reports"),
  MUTE("mutes a member"),
  MUTE_MODERATOR("mutes a moderator"),
  ROLE("gives a member another role"),
  INVITE_MEMBER("invites a member"),
  INVITE_ADMINISTRATOR("invites an administrator"),
  READ_HELD("reads a held comment of another"),
  READ_DRAFT("reads a draft of another");

  private final String words;

  Touch(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
