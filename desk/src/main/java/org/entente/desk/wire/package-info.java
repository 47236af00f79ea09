/** Front page, wire of stories, article, story. */
@NullMarked
package org.entente.desk.wire;

import org.jspecify.annotations.NullMarked;
