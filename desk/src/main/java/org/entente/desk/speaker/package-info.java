/** What one speaker or actor said and did. */
@NullMarked
package org.entente.desk.speaker;

import org.jspecify.annotations.NullMarked;
