/** Two actors: agreement and tension, rarity, acts, positions, announced events. */
@NullMarked
package org.entente.desk.pair;

import org.jspecify.annotations.NullMarked;
