/** The rules, with examples and how often each fired. */
@NullMarked
package org.entente.desk.codebook;

import org.jspecify.annotations.NullMarked;
