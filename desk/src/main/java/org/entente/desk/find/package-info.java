/** Going somewhere by typing: what the command palette asks. */
@NullMarked
package org.entente.desk.find;

import org.jspecify.annotations.NullMarked;
