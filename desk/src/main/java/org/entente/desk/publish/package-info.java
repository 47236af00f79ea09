/** Press reviews: writing and showing them. */
@NullMarked
package org.entente.desk.publish;

import org.jspecify.annotations.NullMarked;
