/** From a mention in the text to the actor it names at that date. */
@NullMarked
package org.entente.actor;

import org.jspecify.annotations.NullMarked;
