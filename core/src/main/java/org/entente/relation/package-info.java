/** Pairs, series and rarity: pure functions over events and counts. */
@NullMarked
package org.entente.relation;

import org.jspecify.annotations.NullMarked;
