/** The entry: read a document, get what it says. */
@NullMarked
package org.entente;

import org.jspecify.annotations.NullMarked;
