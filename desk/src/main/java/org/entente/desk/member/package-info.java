/** Signing in, joining, accounts, comments and their moderation. */
@NullMarked
package org.entente.desk.member;

import org.jspecify.annotations.NullMarked;
