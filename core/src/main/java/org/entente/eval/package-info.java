/** Accuracy on gold that the project wrote itself, beside the floors that the build enforces. */
@NullMarked
package org.entente.eval;

import org.jspecify.annotations.NullMarked;
