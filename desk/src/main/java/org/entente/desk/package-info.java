/** The web desk: start, routes, security, layout, error pages. */
@NullMarked
package org.entente.desk;

import org.jspecify.annotations.NullMarked;
