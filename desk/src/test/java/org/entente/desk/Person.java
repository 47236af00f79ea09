package org.entente.desk;

import org.entente.store.Role;
import org.jspecify.annotations.Nullable;

/** Who asks, in the tests of permissions. */
enum Person {
  ANONYMOUS(null),
  MUTED(Role.MEMBER),
  MEMBER(Role.MEMBER),
  CONTRIBUTOR(Role.CONTRIBUTOR),
  EDITOR(Role.EDITOR),
  MODERATOR(Role.MODERATOR),
  ADMINISTRATOR(Role.ADMINISTRATOR);

  private final @Nullable Role role;

  Person(@Nullable Role role) {
    this.role = role;
  }

  @Nullable Role role() {
    return role;
  }

  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
