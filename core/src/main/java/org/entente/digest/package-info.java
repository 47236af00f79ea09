/** What a store keeps of a reading, with the text or without, and the way there by JSON. */
@NullMarked
package org.entente.digest;

import org.jspecify.annotations.NullMarked;
