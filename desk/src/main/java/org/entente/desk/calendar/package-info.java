/** What was announced, and what became of it. */
@NullMarked
package org.entente.desk.calendar;

import org.jspecify.annotations.NullMarked;
