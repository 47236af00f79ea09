/** Event types, rules, actors in time and speech verbs: file formats and loading. */
@NullMarked
package org.entente.codebook;

import org.jspecify.annotations.NullMarked;
