/** What is written for others: JSON Lines and the tables of the field. */
@NullMarked
package org.entente.export;

import org.jspecify.annotations.NullMarked;
