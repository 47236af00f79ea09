/** Who did what to whom, when and where; status and figures. */
@NullMarked
package org.entente.event;

import org.jspecify.annotations.NullMarked;
