/** What programs read: the exports and pages of records, by HTTP. */
@NullMarked
package org.entente.desk.api;

import org.jspecify.annotations.NullMarked;
