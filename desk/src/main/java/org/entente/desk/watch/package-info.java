/** Watches: saved views as feeds, mails and signed webhooks. */
@NullMarked
package org.entente.desk.watch;

import org.jspecify.annotations.NullMarked;
