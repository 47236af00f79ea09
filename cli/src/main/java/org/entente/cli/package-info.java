/** The command line: one class per command; the only main. */
@NullMarked
package org.entente.cli;

import org.jspecify.annotations.NullMarked;
