/** Who said what, to whom, and how firmly. */
@NullMarked
package org.entente.statement;

import org.jspecify.annotations.NullMarked;
