/** Dates and ranges: printed dates and time expressions, resolved against a reference date. */
@NullMarked
package org.entente.time;

import org.jspecify.annotations.NullMarked;
