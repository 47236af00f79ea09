/** Spans, texts that remember their original, evidence, and positioned problems. */
@NullMarked
package org.entente.text;

import org.jspecify.annotations.NullMarked;
