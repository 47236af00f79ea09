package org.entente.desk.member;

import org.entente.store.Member;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param member whose
 * @param said what was just done or was wrong, or null
 * @param wrong whether that was wrong
 */
public record AccountView(Member member, @Nullable String said, boolean wrong) {}
